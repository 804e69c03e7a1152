import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ActivityState } from '@lien-ket/contracts';
import type { Gone, RecordedPlanEvent } from '@lien-ket/plan-acts';
import { RangeRow } from '@lien-ket/read-model';
import type { ItemSaid, WorkEvent } from './activity.ranges.js';

/** A plan whose items are activities, with the acts on it, own or received. */
@Entity('followed_plan')
export class FollowedPlanRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { name: 'origin_tenant', nullable: true })
  originTenant!: string | null;

  @Column('jsonb')
  events!: RecordedPlanEvent[];
}

/** What its plan makes of an activity from a day on, as known for a time. */
@Entity('item_range')
export class ItemRangeRow extends RangeRow {
  @Column('uuid', { name: 'plan_id' })
  planId!: string;

  @Column('text', { nullable: true })
  gone!: Gone | null;

  @Column('boolean', { nullable: true })
  awaits!: boolean | null;

  @Column('boolean', { name: 'began_before', nullable: true })
  beganBefore!: boolean | null;

  @Column('date', { name: 'last_day', nullable: true })
  lastDay!: string | null;

  @Column('uuid', { array: true, nullable: true })
  organisations!: string[] | null;

  @Column('text', { nullable: true })
  search!: string | null;

  @Column('jsonb', { nullable: true })
  said!: ItemSaid | null;
}

/** An activity with its own events. */
@Entity('worked_activity')
export class WorkedActivityRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { name: 'origin_tenant', nullable: true })
  originTenant!: string | null;

  @Column('jsonb')
  events!: WorkEvent[];
}

/** What was done in an activity from a day on, as known for a time. */
@Entity('work_range')
export class WorkRangeRow extends RangeRow {
  @Column('text')
  state!: ActivityState;

  /** Of its progress. */
  @Column('int')
  entries!: number;

  @Column('date', { name: 'last_progress_on', nullable: true })
  lastProgressOn!: string | null;
}
