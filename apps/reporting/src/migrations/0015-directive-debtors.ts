import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom deadlines of directives name. */
export class DirectiveDebtors1700000000015 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      'CREATE TABLE directive_debtor (debtor_id uuid NOT NULL, directive_id uuid NOT NULL, PRIMARY KEY (debtor_id, directive_id))',
    );
  }

  async down(): Promise<void> {
    throw new Error('read models are disposable: rebuild instead of going back');
  }
}
