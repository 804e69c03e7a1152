import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file that lies here, and whether anything names it. */
@Entity('file')
export class FileRow {
  @PrimaryColumn('uuid')
  id!: string;

  /** Null while only a reference to it has been seen. */
  @Column('timestamptz', { name: 'stored_at', nullable: true })
  storedAt!: Date | null;

  @Column('boolean')
  named!: boolean;
}
