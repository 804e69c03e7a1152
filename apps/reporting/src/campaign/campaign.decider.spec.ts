import type { Sender } from '@lien-ket/access';
import { campaignDecider, type CampaignCommand } from './campaign.decider.js';

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
const when = (sent: CampaignCommand, by: Sender, launched = false) =>
  campaignDecider.decide({ ...sent, by, on: '2025-03-10' }, { launched });

describe('campaign', () => {
  it('is launched by the organisation that will receive, once', () => {
    const { type: _, ...data } = command;
    expect(when(command, head)).toEqual([{ type: 'lk.reporting.campaign.launched.v1', data }]);
    expect(() => when(command, head, true)).toThrow('conflict campaign.alreadyLaunched');
    expect(() => when(command, other)).toThrow('forbidden rights.organisation');
  });

  it('may name its addressees only in words, as the paper does', () => {
    const requests = [{ to: 'Thủ trưởng các đơn vị', debtors: [], headings: [] }];
    expect(when({ ...command, requests }, head)[0]?.data).toMatchObject({ requests });
  });
});
