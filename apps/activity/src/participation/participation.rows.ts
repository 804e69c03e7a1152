import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ParticipationState } from '@lien-ket/contracts';
import type { Written } from '../activity/activity.rows.js';
import type { ParticipationFold } from './participation.decider.js';

/** A part in a shared activity: our own in another tenant's, or another tenant's in ours. */
@Entity('participation')
export class ParticipationRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { name: 'origin_tenant', nullable: true })
  originTenant!: string | null;

  @Column('timestamptz', { name: 'received_at', nullable: true })
  receivedAt!: Date | null;

  @Column('int')
  revision!: number;

  /** The tenant that takes part. */
  @Column('text')
  tenant!: string;

  @Column('text', { name: 'owner_tenant' })
  ownerTenant!: string;

  @Column('uuid', { name: 'activity_id' })
  activityId!: string;

  /** Position at which it was first seen here: the order of lists. */
  @Column('int')
  seq!: number;

  @Column('text')
  state!: ParticipationState;

  @Column('jsonb')
  fold!: ParticipationFold;

  @Column('jsonb', { name: 'progress_by' })
  progressBy!: Written;
}
