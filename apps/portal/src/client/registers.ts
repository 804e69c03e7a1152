import type { campaignData, documentData, workingGroupData } from '@lien-ket/contracts';
import type { z } from 'zod';

/** Registers whose answers the contracts do not name: their events' data with an id. */
interface Registered {
  readonly id: string;
  readonly revision: number;
}

export type DocumentView = Registered & z.infer<typeof documentData>;
export type WorkingGroupView = Registered & z.infer<typeof workingGroupData>;
export type CampaignView = Registered & z.infer<typeof campaignData>;

export interface StaffView extends Registered {
  readonly account: string;
  readonly assignmentId: string;
  readonly organisationId: string;
  readonly role: string;
  readonly from: string;
  readonly to: string | null;
  readonly basis: string;
}

export interface ContactView extends Registered {
  readonly office: {
    readonly title?: string;
    readonly division?: string;
    readonly organisation: string;
    readonly organisationId?: string;
  };
  readonly name?: string | null;
  readonly phone?: string | null;
  readonly email?: string | null;
}
