import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ActivityState, EntryCorrection } from '@lien-ket/contracts';
import type { ActivityFold } from '@lien-ket/plan-acts';

/** Who wrote something: a role in an organisation, never a person. */
export interface Writer {
  readonly role: string;
  readonly organisationId?: string;
}

/** Who wrote which entry, and who corrected it, by the entry's event. */
export type Written = Readonly<
  Record<string, Writer & { readonly corrections?: readonly EntryCorrection[] }>
>;

/** An activity, own or received from the tenant whose plan contains it. */
@Entity('activity')
export class ActivityRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { name: 'origin_tenant', nullable: true })
  originTenant!: string | null;

  @Column('timestamptz', { name: 'received_at', nullable: true })
  receivedAt!: Date | null;

  @Column('int')
  revision!: number;

  @Column('uuid', { name: 'plan_id' })
  planId!: string;

  @Column('int', { name: 'item_order' })
  itemOrder!: number;

  @Column('text')
  state!: ActivityState;

  @Column('uuid', { array: true })
  organisations!: string[];

  @Column('text')
  search!: string;

  /** The activity of an earlier plan that goes on in this one. */
  @Column('uuid', { name: 'carried_from', nullable: true })
  carriedFrom!: string | null;

  @Column('jsonb')
  fold!: ActivityFold;

  @Column('jsonb', { name: 'progress_by' })
  progressBy!: Written;
}

/** A plan that changes on a later day, by an act decided already. */
@Entity('plan_change')
export class PlanChangeRow {
  @PrimaryColumn('uuid', { name: 'plan_id' })
  planId!: string;

  @PrimaryColumn('date', { name: 'effective_on' })
  effectiveOn!: string;
}

/** The tenant's first day that was lived on the platform, after the days of loading: nothing before it is ever late. */
@Entity('live_since')
export class LiveSinceRow {
  @PrimaryColumn('boolean')
  one!: boolean;

  @Column('date')
  day!: string;
}
