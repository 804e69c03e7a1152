import { Column, Entity, PrimaryColumn } from 'typeorm';
import { RangeRow } from '@lien-ket/read-model';
import type { PlanChange, PlanState } from '@lien-ket/contracts';
import type { RecordedPlanEvent } from '@lien-ket/plan-acts';
import type { Borne } from './numbers.js';

/** A plan, own or received from another tenant (`originTenant`). */
@Entity('plan')
export class PlanRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { name: 'origin_tenant', nullable: true })
  originTenant!: string | null;

  /** Receipt of the newest event of a received plan. */
  @Column('timestamptz', { name: 'received_at', nullable: true })
  receivedAt!: Date | null;

  @Column('int')
  revision!: number;

  @Column('text')
  title!: string;

  @Column('text', { nullable: true })
  number!: string | null;

  @Column('text', { nullable: true })
  symbol!: string | null;

  @Column('int', { nullable: true })
  year!: number | null;

  @Column('date', { name: 'issued_on', nullable: true })
  issuedOn!: string | null;

  /** Last day of its last horizon; null where the plan says no end. */
  @Column('date', { name: 'last_day', nullable: true })
  lastDay!: string | null;

  /** The state after all acts; before `endsOn` the plan is still issued. */
  @Column('text')
  state!: PlanState;

  /** Day from which it is recalled, ended or closed. */
  @Column('date', { name: 'ends_on', nullable: true })
  endsOn!: string | null;

  @Column('boolean')
  example!: boolean;

  @Column('int')
  items!: number;

  @Column('int')
  activities!: number;

  @Column('int')
  amendments!: number;

  @Column('uuid', { name: 'owner_id', nullable: true })
  ownerId!: string | null;

  /** The numbers that it and its acts bear, each with the document that does. */
  @Column('jsonb')
  borne!: Borne[];

  /** Title and number without diacritics, for search. */
  @Column('text')
  search!: string;

  /** The plan's events, from which everything above is folded; a received plan has no stream of its own here. */
  @Column('jsonb', { select: false })
  events!: RecordedPlanEvent[];
}

/** What lists say of a plan from a day on, as known for a time; only of what was in force. */
@Entity('plan_range')
export class PlanRangeRow extends RangeRow {
  @Column('text')
  title!: string;

  @Column('text', { nullable: true })
  number!: string | null;

  @Column('text', { nullable: true })
  symbol!: string | null;

  @Column('date', { name: 'issued_on', nullable: true })
  issuedOn!: string | null;

  @Column('date', { name: 'last_day', nullable: true })
  lastDay!: string | null;

  @Column('text')
  state!: PlanState;

  @Column('boolean')
  example!: boolean;

  @Column('int')
  items!: number;

  @Column('int')
  activities!: number;

  /** In force by then. */
  @Column('int')
  amendments!: number;

  @Column('text')
  search!: string;
}

@Entity('amendment')
export class AmendmentRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('int')
  revision!: number;

  @Column('uuid', { name: 'plan_id' })
  planId!: string;

  @Column('text')
  state!: string;

  @Column('uuid', { name: 'owner_id', nullable: true })
  ownerId!: string | null;

  @Column('text')
  reason!: string;

  @Column('jsonb')
  changes!: PlanChange[];

  /** Difficulties that it answers. */
  @Column('jsonb')
  difficulties!: string[];

  @Column('text', { name: 'sent_back_reasons', nullable: true })
  sentBackReasons!: string | null;
}
