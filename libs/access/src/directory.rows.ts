import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A dated right, as this service knows it from the tenant's staff events. */
@Entity('directory_assignment')
export class AssignmentRow {
  @PrimaryColumn('uuid', { name: 'assignment_id' })
  assignmentId!: string;

  @Column('uuid')
  account!: string;

  @Column('uuid', { name: 'organisation_id' })
  organisationId!: string;

  @Column('text')
  role!: string;

  @Column('date', { name: 'valid_from' })
  validFrom!: string;

  /** Last day on which it holds; null while open. */
  @Column('date', { name: 'valid_to', nullable: true })
  validTo!: string | null;
}

/** An organisation, as this service knows it. */
@Entity('directory_organisation')
export class OrganisationRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('int')
  revision!: number;

  @Column('text')
  name!: string;

  @Column('text')
  kind!: string;

  @Column('jsonb')
  aliases!: string[];

  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId!: string | null;

  @Column('boolean')
  outside!: boolean;

  /** Last day; after it the organisation owes nothing new and is sent nothing. */
  @Column('date', { name: 'ended_on', nullable: true })
  endedOn!: string | null;

  @Column('text', { nullable: true })
  successor!: string | null;

  @Column('uuid', { name: 'successor_id', nullable: true })
  successorId!: string | null;

  /** Members of an open class, once a person confirmed the list. */
  @Column('jsonb')
  members!: string[];
}

/** Part of every service's schema: each service keeps its own copy, folded from the public events. */
export const DIRECTORY_SQL = `
CREATE TABLE directory_assignment (
  assignment_id uuid PRIMARY KEY, account uuid NOT NULL, organisation_id uuid NOT NULL, role text NOT NULL,
  valid_from date NOT NULL, valid_to date
);
CREATE INDEX ON directory_assignment (account);
CREATE INDEX ON directory_assignment (organisation_id, role);
CREATE TABLE directory_organisation (
  id uuid PRIMARY KEY, revision int NOT NULL, name text NOT NULL, kind text NOT NULL, aliases jsonb NOT NULL,
  parent_id uuid, outside boolean NOT NULL, ended_on date, successor text, successor_id uuid, members jsonb NOT NULL
);
`;
