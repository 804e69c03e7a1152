import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A mail on its way. No projection: a rebuild sends nothing again. */
@Entity('mail_outbox')
export class OutboxRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  address!: string;

  @Column('text')
  subject!: string;

  @Column('text')
  body!: string;

  @Column('int')
  attempts!: number;

  @Column('text', { nullable: true })
  error!: string | null;

  /** Business day on which it went out; null while it waits. */
  @Column('date', { name: 'sent_on', nullable: true })
  sentOn!: string | null;
}
