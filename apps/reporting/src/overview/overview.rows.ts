import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ThingData } from './overview.fold.js';

export type ThingKind = 'agreement' | 'confirmation' | 'plan' | 'activity' | 'difficulty' | 'report';

/** Something of which a tenant told us, by the owner's id: counted once, whoever else mentions it. */
@Entity('overview_thing')
export class OverviewThingRow {
  /** The owner; for our own agreements ourselves. */
  @PrimaryColumn('text')
  tenant!: string;

  @PrimaryColumn('text')
  kind!: ThingKind;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  state!: string;

  @Column('text', { nullable: true })
  field!: string | null;

  @Column('boolean')
  example!: boolean;

  @Column('boolean')
  historic!: boolean;

  /** Position of its first mention in our log: agreements keep the order in which they came. */
  @Column('int', { name: 'first_seq' })
  firstSeq!: number;

  @Column('jsonb')
  data!: ThingData;
}

/** When a tenant last told us anything. */
@Entity('overview_tenant')
export class OverviewTenantRow {
  @PrimaryColumn('text')
  tenant!: string;

  @Column('date', { name: 'last_received_on' })
  lastReceivedOn!: string;
}
