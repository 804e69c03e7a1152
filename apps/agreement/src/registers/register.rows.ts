import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One entry of a register: văn bản, chỉ đạo, đầu mối, tổ công tác; own or received. */
@Entity('register')
export class RegisterRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: string;

  @Column('text', { name: 'origin_tenant', nullable: true })
  originTenant!: string | null;

  @Column('int')
  revision!: number;

  @Column('int')
  seq!: number;

  @Column('text')
  search!: string;

  /** Keys of the numbers that a document bears. */
  @Column('text', { array: true })
  borne!: string[];

  @Column('jsonb')
  data!: Record<string, unknown>;
}
