import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A crossing that the receiver could not take: the pair stands still behind it until somebody acts. */
@Entity('refused_crossing')
export class RefusedCrossingRow {
  @PrimaryColumn('text', { name: 'from_tenant' })
  fromTenant!: string;

  @PrimaryColumn('int')
  number!: number;

  @Column('text')
  reason!: string;
}
