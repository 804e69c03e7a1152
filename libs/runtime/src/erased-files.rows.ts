import { Entity, PrimaryColumn } from 'typeorm';

/** A file whose key was destroyed: its bytes lie here and nobody can read them. */
@Entity('erased_file')
export class ErasedFileRow {
  @PrimaryColumn('uuid')
  id!: string;
}

/** Part of the schema of each service whose commands name files. */
export const ERASED_FILES_SQL = 'CREATE TABLE erased_file (id uuid PRIMARY KEY);';
