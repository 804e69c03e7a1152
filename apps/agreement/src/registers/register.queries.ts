import { DomainError, foldForSearch, type Context } from '@lien-ket/kernel';
import type { EntryCorrection, Page } from '@lien-ket/contracts';
import type { Runtime } from '@lien-ket/runtime';
import { pageRows, type PageQuery, type SortKeys } from '@lien-ket/service';
import { RegisterRow } from './register.rows.js';

export type RegisterView = {
  readonly id: string;
  readonly revision: number;
  readonly originTenant: string | null;
} & Readonly<Record<string, unknown>>;

const SORTS: Readonly<Record<string, SortKeys<RegisterRow>>> = {
  entered: [{ sql: 'r.seq', of: ({ seq }) => seq }],
};

export class RegisterQueries {
  constructor(private readonly runtime: Runtime) {}

  async list(
    ctx: Context,
    kind: string,
    q: string | undefined,
    page: PageQuery,
  ): Promise<Page<RegisterView>> {
    const shown = await this.runtime.db.use(ctx, (db) => {
      const query = db.getRepository(RegisterRow).createQueryBuilder('r').where('r.kind = :kind', { kind });
      if (q) query.andWhere('r.search LIKE :q', { q: `%${foldForSearch(q)}%` });
      return pageRows(query, page, SORTS);
    });
    return { ...shown, items: shown.items.map(view) };
  }

  /** Revisions of all entries of a kind, by their ids. */
  async revisions(ctx: Context, kind: string): Promise<ReadonlyMap<string, number>> {
    const rows = await this.runtime.db.use(ctx, (db) =>
      db.getRepository(RegisterRow).find({ where: { kind }, select: { id: true, revision: true } }),
    );
    return new Map(rows.map(({ id, revision }) => [id, revision]));
  }

  /** How entries of a kind were corrected, by their ids. */
  async corrections(ctx: Context, kind: string): Promise<ReadonlyMap<string, readonly EntryCorrection[]>> {
    const rows = await this.runtime.db.use(ctx, (db) => db.getRepository(RegisterRow).findBy({ kind }));
    return new Map(
      rows.map(({ id, data }) => [id, (data['corrections'] ?? []) as readonly EntryCorrection[]]),
    );
  }

  /** Own documents that bear a number under one of the keys. */
  async bearing(ctx: Context, keys: readonly string[]): Promise<string[]> {
    const rows = await this.runtime.db.use(ctx, (db) =>
      db
        .getRepository(RegisterRow)
        .createQueryBuilder('r')
        .select('r.id')
        .where(`r.borne <> '{}' AND r.borne && :keys::text[]`, { keys: [...keys] })
        .getMany(),
    );
    return rows.map(({ id }) => id);
  }

  async one(ctx: Context, kind: string, id: string): Promise<RegisterView> {
    const row = await this.runtime.db.use(ctx, (db) => db.getRepository(RegisterRow).findOneBy({ id, kind }));
    if (!row) throw new DomainError('notFound', 'notFound');
    return view(row);
  }
}

function view({ id, revision, originTenant, data }: RegisterRow): RegisterView {
  return { ...data, id, revision, originTenant };
}
