import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ObligationState } from '@lien-ket/contracts';
import type { Obligation } from './obligation.decider.js';

/** One obligation: columns to filter and sort by, and its whole state as the decider folds it. */
@Entity('obligation')
export class ObligationRow {
  @PrimaryColumn('uuid')
  id!: string;

  /** The tenant that owes it to us, where that is another. */
  @Column('text', { name: 'origin_tenant', nullable: true })
  originTenant!: string | null;

  @Column('timestamptz', { name: 'received_at', nullable: true })
  receivedAt!: Date | null;

  @Column('int')
  revision!: number;

  /** As shown: what lapsed while history was loaded is `unknownOutcome`, whatever the fold says. */
  @Column('text')
  state!: ObligationState;

  @Column('uuid', { name: 'debtor_id' })
  debtorId!: string;

  @Column('uuid', { name: 'receiver_id', nullable: true })
  receiverId!: string | null;

  @Column('uuid', { name: 'plan_id', nullable: true })
  planId!: string | null;

  @Column('uuid', { name: 'campaign_id', nullable: true })
  campaignId!: string | null;

  @Column('date', { name: 'due_on', nullable: true })
  dueOn!: string | null;

  /** Due date or, without one, a day after all others. */
  @Column('date', { name: 'sort_on' })
  sortOn!: string;

  /** Never chased: entered as history, or owed by another tenant. */
  @Column('boolean')
  historic!: boolean;

  /** Its last day passed before anybody could act here: no information, never late. */
  @Column('boolean')
  lapsed!: boolean;

  @Column('boolean')
  example!: boolean;

  @Column('text')
  search!: string;

  @Column('jsonb')
  fold!: Obligation;
}
