import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CampaignData, CampaignEvent, EntryCorrection } from '@lien-ket/contracts';

export type ConfirmedDebtors = Extract<
  CampaignEvent,
  { type: 'lk.reporting.campaign.debtorsConfirmed.v1' }
>['data'];

@Entity('campaign')
export class CampaignRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('int')
  revision!: number;

  @Column('date', { name: 'launched_on' })
  launchedOn!: string;

  @Column('text')
  search!: string;

  @Column('jsonb')
  data!: CampaignData;

  @Column('jsonb')
  confirmed!: ConfirmedDebtors[];

  @Column('jsonb')
  corrections!: EntryCorrection[];
}
