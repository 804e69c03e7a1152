import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DifficultyState, DifficultyView } from '@lien-ket/contracts';
import type { DifficultyFold } from './difficulty.decider.js';

/** A difficulty, own or passed to us by another tenant. */
@Entity('difficulty')
export class DifficultyRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { name: 'origin_tenant', nullable: true })
  originTenant!: string | null;

  @Column('timestamptz', { name: 'received_at', nullable: true })
  receivedAt!: Date | null;

  @Column('int')
  revision!: number;

  @Column('int')
  seq!: number;

  @Column('text')
  state!: DifficultyState;

  @Column('uuid', { name: 'activity_id', nullable: true })
  activityId!: string | null;

  @Column('uuid', { name: 'plan_id', nullable: true })
  planId!: string | null;

  @Column('text')
  text!: string;

  @Column('text', { nullable: true })
  field!: string | null;

  @Column('date', { name: 'raised_on' })
  raisedOn!: string;

  @Column('date', { name: 'due_on', nullable: true })
  dueOn!: string | null;

  @Column('jsonb')
  fold!: DifficultyFold;

  @Column('jsonb')
  steps!: DifficultyView['steps'];
}
