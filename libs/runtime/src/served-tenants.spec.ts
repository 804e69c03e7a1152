import { serves, servedTenants } from './served-tenants.js';

describe('which tenants are served', () => {
  it.each([
    ['*', 'nghe-an', true],
    ['nghe-an', 'nghe-an', true],
    ['nghe-an', 'hcmc', false],
    ['nghe-an, hcmc', 'hcmc', true],
    ['nghe-an+hcmc', 'hcmc', true],
    ['*-nghe-an+hcmc', 'hcmc', false],
    ['*-nghe-an+hcmc', 'nghe-an', false],
    ['*-nghe-an', 'nghe', true],
    ['*-nghe-an', 'ha-tinh', true],
  ])('%s: %s → %s', (text, tenant, expected) => {
    expect(serves(servedTenants(text), tenant)).toBe(expected);
  });

  it.each(['', '*-', 'nghe-an,,hcmc', 'Nghệ An', '*nghe-an', '*,nghe-an'])('refuses "%s"', (text) => {
    expect(() => servedTenants(text)).toThrow(/is no tenant id/);
  });
});
