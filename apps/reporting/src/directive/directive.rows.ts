import { Entity, PrimaryColumn } from 'typeorm';

/** Who was ever named by a deadline of a directive; what is asked by now stands in the directive itself. */
@Entity('directive_debtor')
export class DirectiveDebtorRow {
  @PrimaryColumn('uuid', { name: 'debtor_id' })
  debtorId!: string;

  @PrimaryColumn('uuid', { name: 'directive_id' })
  directiveId!: string;
}
