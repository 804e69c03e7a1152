import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A report obligation as far as reminders need it. */
@Entity('duty')
export class DutyRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  title!: string;

  /** What a title is about that no paper prints: the task of a directive; null for a printed one. */
  @Column('text', { name: 'titled', nullable: true })
  titled!: string | null;

  /** Key of the period, in no language. */
  @Column('text')
  period!: string;

  @Column('uuid', { name: 'debtor_id' })
  debtorId!: string;

  @Column('uuid', { name: 'receiver_id', nullable: true })
  receiverId!: string | null;

  @Column('date', { name: 'due_on', nullable: true })
  dueOn!: string | null;

  /** True while a report is awaited from the debtor. */
  @Column('boolean')
  owed!: boolean;

  /** False for history: due before it was entered, or before anybody lived here. */
  @Column('boolean')
  chased!: boolean;

  @Column('boolean')
  example!: boolean;
}
