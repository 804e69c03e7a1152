import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AgreementFold } from './agreement.evolve.js';

/** An agreement, recorded here or received from the tenant that recorded it. */
@Entity('agreement')
export class AgreementRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { name: 'origin_tenant', nullable: true })
  originTenant!: string | null;

  @Column('timestamptz', { name: 'received_at', nullable: true })
  receivedAt!: Date | null;

  @Column('int')
  revision!: number;

  @Column('text')
  name!: string;

  @Column('text')
  search!: string;

  @Column('jsonb')
  fold!: AgreementFold;
}
