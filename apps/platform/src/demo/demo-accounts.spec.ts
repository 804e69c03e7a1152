import { accountNames, demoAccounts } from './demo-schedule.js';

describe('the list of demonstration accounts', () => {
  const namesOf = accountNames();
  const named = demoAccounts()
    .filter(({ tenant }) => tenant !== undefined)
    .map((fact) => ({ account: fact.account, ...namesOf(fact) }));

  it('says tenants and organisations by their Vietnamese names', () => {
    expect(named.find(({ account }) => account === 'tien-giang.skhdt.focal')).toMatchObject({
      tenantName: 'Tỉnh Tiền Giang',
      organisationName: 'Sở Kế hoạch và Đầu tư tỉnh Tiền Giang',
    });
  });

  it('knows both of every account, as no key is one', () => {
    const wordless = named.filter(
      ({ tenantName = '', organisationName = '' }) => !/ /.test(tenantName) || !/ /.test(organisationName),
    );
    expect(wordless).toEqual([]);
  });

  it('says nothing of an account that belongs to no tenant', () => {
    expect(namesOf({})).toEqual({});
  });
});
