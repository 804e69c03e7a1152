import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A list of debtors that waits for the focal agency: of a plan's period, or of one request of a campaign. */
@Entity('waiting_list')
export class WaitingListRow {
  /** Of the list; of a campaign with the place of its request. */
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  kind!: 'listToConfirm' | 'campaignListToConfirm';

  @Column('text')
  title!: string;

  /** Key of the period; of a campaign none. */
  @Column('text', { nullable: true })
  period!: string | null;

  @Column('date', { name: 'due_on', nullable: true })
  dueOn!: string | null;

  /** Whose campaign it is, where that is known; another list waits for the focal agency. */
  @Column('uuid', { name: 'receiver_id', nullable: true })
  receiverId!: string | null;

  @Column('text')
  link!: string;

  @Column('boolean')
  example!: boolean;
}
