import type { ComparisonQuery, ComparisonView, HistoryChange, PlanContent } from '@lien-ket/contracts';
import type { Context } from '@lien-ket/kernel';
import { diffPlans, inForce, isKnown, type Point } from '@lien-ket/plan-acts';
import type { Runtime } from '@lien-ket/runtime';
import { differences, type Facts } from '../history/history.facts.js';
import { HistoryQueries } from '../history/history.queries.js';
import { HistoryRow, HistoryStateRow } from '../history/history.rows.js';
import { keyOfToken } from '../history/history.scopes.js';

export interface Comparison extends ComparisonView {
  /** Names of the record's own parts, by id: changes speak of them. */
  readonly names: ReadonlyMap<string, string>;
}

/** A record at two points of the two clocks. */
export class ComparisonQueries {
  private readonly histories: HistoryQueries;

  constructor(private readonly runtime: Runtime) {
    this.histories = new HistoryQueries(runtime);
  }

  /** @throws DomainError notFound */
  async between(
    ctx: Context,
    { scope, id, from, to, knownFrom, knownTo }: ComparisonQuery,
  ): Promise<Comparison> {
    const token = await this.histories.tokenFor(ctx, scope, id);
    const points: [Point, Point] = [
      { asOf: from, knownAt: knownFrom },
      { asOf: to, knownAt: knownTo },
    ];
    return scope === 'plan' ? this.ofPlan(ctx, token, points) : this.ofRecord(ctx, scope, token, points);
  }

  private async ofPlan(ctx: Context, token: string, [from, to]: [Point, Point]): Promise<Comparison> {
    const state = await this.runtime.db.use(ctx, (db) =>
      db.getRepository(HistoryStateRow).findOneBy({ id: keyOfToken(token) }),
    );
    const events = state?.held.plan ?? [];
    const [before, after] = [inForce(events, from), inForce(events, to)];
    const names = new Map([...namesIn(before.content), ...namesIn(after.content)]);
    return { label: state?.held.label ?? '', changes: diffPlans(before, after), names };
  }

  /** What stands at a point is what the entries known by then and in force by then set, in that order. */
  private async ofRecord(
    ctx: Context,
    kind: string,
    token: string,
    [from, to]: [Point, Point],
  ): Promise<Comparison> {
    const rows = await this.runtime.db.use(ctx, (db) =>
      db
        .getRepository(HistoryRow)
        .createQueryBuilder('h')
        .where('h.scopes @> ARRAY[:token] AND h.kind = :kind', { token, kind })
        .orderBy('coalesce(h.effective_on, h.business_date), h.seq')
        .getMany(),
    );
    const label = rows.at(-1)?.label ?? '';
    const changes: HistoryChange[] = differences(factsAt(rows, from), factsAt(rows, to), label);
    return { label, changes, names: new Map() };
  }
}

function factsAt(rows: readonly HistoryRow[], { asOf, knownAt }: Point): Facts {
  const standing = rows.filter(
    (row) => isKnown(row, knownAt) && (row.effectiveOn ?? row.businessDate) <= asOf,
  );
  return Object.fromEntries(
    standing.flatMap(({ changes }) => changes.map(({ field, after }) => [field ?? '', after])),
  );
}

function namesIn(content: PlanContent | null): [string, string][] {
  if (!content) return [];
  const { sections, items, provisions, horizons } = content;
  return [
    ...sections.map(({ id, printedNumber, title }): [string, string] => [
      id,
      [printedNumber, title].filter(Boolean).join(' '),
    ]),
    ...items.map(({ id, text }): [string, string] => [id, text]),
    ...provisions.map(({ id, what }): [string, string] => [id, what]),
    ...horizons.map(({ id, label }): [string, string] => [id, label]),
  ];
}
