import { Column, Entity, PrimaryColumn } from 'typeorm';
import type {
  DocumentRef,
  GroundKind,
  HistoryActor,
  HistoryChange,
  HistoryRecord,
} from '@lien-ket/contracts';
import type { Held } from './history.fold.js';

const NUMBER = { to: (value: number) => value, from: Number };

/** One event of the log as a person reads it. */
@Entity('history_entry')
export class HistoryRow {
  @PrimaryColumn('bigint', { transformer: NUMBER })
  seq!: number;

  /** Id in this tenant's log: what reactions name as their cause. */
  @Column('uuid')
  event!: string;

  /** Id at its origin: what corrections and acts name. */
  @Column('uuid')
  said!: string;

  @Column('text')
  type!: string;

  @Column('text')
  kind!: string;

  @Column('text')
  record!: string;

  @Column('text')
  label!: string;

  @Column('jsonb', { nullable: true })
  origin!: { readonly tenant: string; readonly recordedAt: string } | null;

  @Column('text', { name: 'recorded_at' })
  recordedAt!: string;

  @Column('date', { name: 'business_date' })
  businessDate!: string;

  @Column('date', { name: 'effective_on', nullable: true })
  effectiveOn!: string | null;

  @Column('jsonb')
  actor!: Omit<HistoryActor, 'organisation'>;

  @Column('text')
  grounds!: GroundKind;

  @Column('jsonb', { nullable: true })
  document!: DocumentRef | null;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('jsonb', { name: 'ground_record', nullable: true })
  groundRecord!: HistoryRecord | null;

  @Column('uuid', { nullable: true })
  corrects!: string | null;

  @Column('text', { nullable: true })
  causation!: string | null;

  @Column('jsonb')
  changes!: HistoryChange[];

  @Column('text', { array: true })
  fields!: string[];

  /** What it is about: `<kind>:<id>`, and `@<tenant>` behind it where the thing is another tenant's. */
  @Column('text', { array: true })
  scopes!: string[];

  @Column('text')
  search!: string;
}

/** A record as it was left by its newest entry: what the next one is compared with. */
@Entity('history_state')
export class HistoryStateRow {
  /** The stream, with `<tenant>/` before it where it is another tenant's. */
  @PrimaryColumn('text')
  id!: string;

  /** As text: a comparison with what comes next must not see other orders of keys. */
  @Column('json')
  held!: Held;
}
