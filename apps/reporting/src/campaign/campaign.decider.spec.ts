import type { Sender } from '@lien-ket/access';
import { campaignDecider, type Campaign, type CampaignCommand } from './campaign.decider.js';

const SYT = '00000000-0000-4000-8000-0000000000a1';
const head: Sender = { account: 'a', roles: [{ role: 'head', organisationId: SYT }], system: false };
const other: Sender = { account: 'b', roles: [{ role: 'head', organisationId: 'x' }], system: false };
const command: CampaignCommand = {
  type: 'create',
  title: 'Đề xuất nhu cầu phối hợp',
  receiver: { printed: 'Sở Y tế', organisationId: SYT },
  dueOn: '2025-03-12',
  requests: [{ to: 'Thủ trưởng các đơn vị', debtors: [{ printed: 'Bệnh viện' }], headings: ['Nhu cầu'] }],
  example: false,
};
const { type: _type, ...data } = command;
const open: Campaign = { launched: { on: '2025-03-10', by: SYT, data }, confirmed: [] };
const when = (sent: CampaignCommand, by: Sender, state: Campaign = campaignDecider.initialState()) =>
  campaignDecider.decide({ ...sent, by, on: '2025-03-10' }, state);

describe('campaign', () => {
  it('is launched by the organisation that will receive, once', () => {
    expect(when(command, head)).toEqual([{ type: 'lk.reporting.campaign.launched.v1', data }]);
    expect(() => when(command, head, open)).toThrow('conflict campaign.alreadyLaunched');
    expect(() => when(command, other)).toThrow('forbidden rights.organisation');
  });

  it('asks by a paper that is there', () => {
    const by = (day: number) => ({
      ...command,
      document: { number: '1', date: { year: 2025, month: 3, day } },
    });
    expect(when(by(10), head)).toHaveLength(1);
    expect(() => when(by(11), head)).toThrow('invalid campaign.dayToCome');
  });

  it('may name its addressees only in words, as the paper does', () => {
    const requests = [{ to: 'Thủ trưởng các đơn vị', debtors: [], headings: [] }];
    expect(when({ ...command, requests }, head)[0]?.data).toMatchObject({ requests });
  });

  it('learns who must answer from its receiver; once said, only those left out are added', () => {
    const [one, two] = ['00000000-0000-4000-8000-0000000000b1', '00000000-0000-4000-8000-0000000000b2'];
    const confirm = (...debtors: string[]): CampaignCommand => ({
      type: 'confirmDebtors',
      request: 0,
      debtors,
    });
    expect(when(confirm(one, one), head, open)).toEqual([
      { type: 'lk.reporting.campaign.debtorsConfirmed.v1', data: { request: 0, debtors: [one] } },
    ]);
    const asked: Campaign = { ...open, confirmed: [{ request: 0, debtors: [one] }] };
    expect(when(confirm(one, two), head, asked)[0]?.data).toEqual({ request: 0, debtors: [two] });
    expect(() => when(confirm(one), head, asked)).toThrow('conflict campaign.nobodyAdded');
    expect(() => when(confirm(SYT), head, open)).toThrow('conflict debtorlist.receiverOwesNothing');
    expect(() => when(confirm(one), other, open)).toThrow('forbidden rights.organisation');
    expect(() => when({ ...confirm(one), request: 1 } as CampaignCommand, head, open)).toThrow(
      'body.invalid',
    );
  });
});
