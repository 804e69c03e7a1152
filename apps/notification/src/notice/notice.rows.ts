import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('notice')
export class NoticeRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('int')
  revision!: number;

  /** Newest first: its place in the tenant's log. */
  @Column('int')
  seq!: number;

  @Column('text')
  kind!: string;

  @Column('uuid', { name: 'organisation_id' })
  organisationId!: string;

  @Column('text', { array: true })
  roles!: string[];

  @Column('jsonb')
  params!: Readonly<Record<string, string | number>>;

  @Column('text')
  link!: string;

  @Column('date', { name: 'on_day' })
  onDay!: string;

  @Column('boolean')
  example!: boolean;
}

@Entity('notice_read')
export class NoticeReadRow {
  @PrimaryColumn('uuid', { name: 'notice_id' })
  noticeId!: string;

  @PrimaryColumn('uuid')
  account!: string;
}
