import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EntryCorrection } from '@lien-ket/contracts';

/** Debtors of an open class for one period: as proposed, and as confirmed. */
@Entity('debtor_list')
export class DebtorListRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('int')
  revision!: number;

  @Column('uuid', { name: 'plan_id' })
  planId!: string;

  @Column('uuid', { name: 'provision_id' })
  provisionId!: string;

  @Column('text', { name: 'period_key' })
  periodKey!: string;

  @Column('jsonb')
  proposed!: string[];

  @Column('jsonb', { nullable: true })
  confirmed!: string[] | null;

  @Column('boolean', { name: 'by_system' })
  bySystem!: boolean;

  @Column('jsonb')
  corrections!: readonly EntryCorrection[];
}
