import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ErasureState, ErasureStep } from '@lien-ket/contracts';

/** A request for erasure; it names the contact by its id only. */
@Entity('erasure')
export class ErasureRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('int')
  revision!: number;

  @Column('int')
  seq!: number;

  @Column('uuid', { name: 'contact_id' })
  contactId!: string;

  @Column('text')
  state!: ErasureState;

  @Column('date', { name: 'received_on' })
  receivedOn!: string;

  @Column('jsonb')
  data!: { readonly steps: readonly ErasureStep[] };
}
