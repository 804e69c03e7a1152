import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a recall was acknowledged, by an organisation of our own or by another tenant. */
@Entity('acknowledgement')
export class AcknowledgementRow {
  @PrimaryColumn('uuid')
  id!: string;

  /** The other tenant that acknowledged. */
  @Column('text', { name: 'origin_tenant', nullable: true })
  originTenant!: string | null;

  @Column('uuid', { name: 'plan_id' })
  planId!: string;

  @Column('uuid')
  recall!: string;

  @Column('uuid', { name: 'organisation_id' })
  organisationId!: string;

  @Column('text')
  organisation!: string;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('date', { name: 'on_day' })
  onDay!: string;
}
