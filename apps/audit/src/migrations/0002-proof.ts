import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Leaves, tiles and heads are a fold of the log and can be made again; checkpoints are what was said to others. */
export class Proof1700000000002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE leaf (
        seq bigint PRIMARY KEY, stream bytea NOT NULL, revision bigint NOT NULL, entry bytea NOT NULL,
        hash bytea NOT NULL, UNIQUE (stream, revision)
      );
      CREATE TABLE tile (level int NOT NULL, index bigint NOT NULL, hashes bytea NOT NULL, PRIMARY KEY (level, index));
      CREATE TABLE head (stream bytea PRIMARY KEY, revision bigint NOT NULL, hash bytea NOT NULL);
      CREATE TABLE checkpoint (size bigint PRIMARY KEY, note text NOT NULL);
    `);
  }

  async down(): Promise<void> {
    throw new Error('what was signed is not taken back');
  }
}
