import { In } from 'typeorm';
import { DomainError, type Assignment, type Context, type Role } from '@lien-ket/kernel';
import type { TenantDb } from '@lien-ket/read-model';
import { AssignmentRow, OrganisationRow } from './directory.rows.js';

/** Looks organisations and rights up in one service's own copy. */
export class Directory {
  constructor(private readonly db: TenantDb) {}

  /** Rights of an account on the context's business day. */
  async rightsOf(ctx: Context, account: string): Promise<Assignment[]> {
    const rows = await this.db.use(ctx, (db) =>
      db.query(
        `SELECT organisation_id AS "organisationId", role FROM directory_assignment
          WHERE account = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2)
          ORDER BY valid_from, assignment_id`,
        [account, ctx.businessDate],
      ),
    );
    return rows as Assignment[];
  }

  organisations(ctx: Context): Promise<OrganisationRow[]> {
    return this.db.use(ctx, (db) => db.getRepository(OrganisationRow).find());
  }

  /** @throws DomainError notFound */
  async organisation(ctx: Context, id: string): Promise<OrganisationRow> {
    const row = await this.db.use(ctx, (db) => db.getRepository(OrganisationRow).findOneBy({ id }));
    if (!row) throw new DomainError('notFound', 'organisation.notFound');
    return row;
  }

  async byIds(ctx: Context, ids: readonly string[]): Promise<OrganisationRow[]> {
    if (ids.length === 0) return [];
    return this.db.use(ctx, (db) => db.getRepository(OrganisationRow).findBy({ id: In([...new Set(ids)]) }));
  }

  /** Organisations directly under the given ones that act on the business day, in the order of their ids. */
  async under(ctx: Context, parents: readonly string[]): Promise<OrganisationRow[]> {
    if (parents.length === 0) return [];
    const where = { parentId: In([...new Set(parents)]), outside: false };
    const rows = await this.db.use(ctx, (db) =>
      db.getRepository(OrganisationRow).find({ where, order: { id: 'ASC' } }),
    );
    return rows.filter((row) => actsOn(row, ctx.businessDate));
  }

  assignments(ctx: Context): Promise<AssignmentRow[]> {
    return this.db.use(ctx, (db) => db.getRepository(AssignmentRow).find({ order: { validFrom: 'ASC' } }));
  }

  /** The organisation in which a role is held on the business day; the first by id when there are several. */
  async organisationWithRole(ctx: Context, role: Role): Promise<string | undefined> {
    const rows: { id: string }[] = await this.db.use(ctx, (db) =>
      db.query(
        `SELECT organisation_id AS id FROM directory_assignment
          WHERE role = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2) ORDER BY 1 LIMIT 1`,
        [role, ctx.businessDate],
      ),
    );
    return rows[0]?.id;
  }
}

/** Whether an organisation still acts on a day: its last day counts. */
export function actsOn(organisation: Pick<OrganisationRow, 'endedOn'>, day: string): boolean {
  return organisation.endedOn === null || organisation.endedOn >= day;
}

type Inability = 'organisation.notFound' | 'organisation.outside' | 'organisation.gone';

/** Why nothing new can be given to an organisation: it would never be answered. Undefined where it can. */
export function inabilityOn(
  organisation: Pick<OrganisationRow, 'endedOn' | 'outside'> | undefined,
  day: string,
): Inability | undefined {
  if (!organisation) return 'organisation.notFound';
  if (organisation.outside) return 'organisation.outside';
  return actsOn(organisation, day) ? undefined : 'organisation.gone';
}

/** Who acts on a day for each organisation that has ended; null where nobody took over, or who did has ended too. */
export function successorsOn(
  organisations: readonly Pick<OrganisationRow, 'id' | 'endedOn' | 'successorId'>[],
  day: string,
): Readonly<Record<string, string | null>> {
  const ended = organisations.filter((organisation) => !actsOn(organisation, day));
  const successors = ended.map(({ id }) => {
    const last = successionOf(organisations, id, day).at(-1);
    const acts = organisations.some((one) => one.id === last && actsOn(one, day));
    return [id, acts && last ? last : null] as const;
  });
  return Object.fromEntries(successors);
}

/** An organisation and, once it has ended, the successors that answer for it on the day. */
export function successionOf(
  organisations: readonly Pick<OrganisationRow, 'id' | 'endedOn' | 'successorId'>[],
  id: string,
  day: string,
): readonly string[] {
  const chain = [id];
  for (;;) {
    const last = organisations.find((organisation) => organisation.id === chain.at(-1));
    if (!last?.successorId || actsOn(last, day) || chain.includes(last.successorId)) return chain;
    chain.push(last.successorId);
  }
}
