import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CampaignData } from '@lien-ket/contracts';

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
}
