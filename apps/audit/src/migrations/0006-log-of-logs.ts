import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The log of logs: at the hub only, empty everywhere else. Its entries came from others and can't be made again. */
export class LogOfLogs1700000000006 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE logs_entry (
        index bigint PRIMARY KEY, origin text NOT NULL, size bigint NOT NULL, note text NOT NULL, UNIQUE (origin, size)
      );
      CREATE TABLE logs_tile (
        level int NOT NULL, index bigint NOT NULL, hashes bytea NOT NULL, PRIMARY KEY (level, index)
      );
      ALTER TABLE logs_tile ALTER hashes SET STORAGE EXTERNAL;
      CREATE TABLE logs_head (stream bytea PRIMARY KEY, revision bigint NOT NULL, hash bytea NOT NULL);
      CREATE TABLE logs_checkpoint (size bigint PRIMARY KEY, note text NOT NULL);
      CREATE TABLE logs_cosignature (
        size bigint NOT NULL, name text NOT NULL, line text NOT NULL, PRIMARY KEY (name, size)
      );
      CREATE TABLE logs_refused (origin text NOT NULL, size bigint NOT NULL, note text NOT NULL, PRIMARY KEY (origin, note));
    `);
  }

  async down(): Promise<void> {
    throw new Error('what was signed is not taken back');
  }
}
