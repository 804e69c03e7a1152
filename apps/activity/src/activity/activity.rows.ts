import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ActivityState } from '@lien-ket/contracts';
import type { ActivityFold } from './activity.decider.js';

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

  @Column('jsonb')
  fold!: ActivityFold;
}

/** An act decided for a later day. */
@Entity('future_act')
export class FutureActRow {
  @PrimaryColumn('int')
  seq!: number;

  @Column('date', { name: 'effective_on' })
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
