import { In } from 'typeorm';
import { DomainError, foldForSearch, type Context } from '@lien-ket/kernel';
import type { AgreementData, AgreementView, Page } from '@lien-ket/contracts';
import { foldEvents } from '@lien-ket/event-store';
import type { Point } from '@lien-ket/plan-acts';
import type { Runtime } from '@lien-ket/runtime';
import { VIETNAMESE, pageRows, type PageQuery, type SortKeys } from '@lien-ket/service';
import { answeredBy, extensionsOf, recordAnswers } from './agreement.answers.js';
import { agreementAt, standing } from './agreement.at.js';
import type { AgreementFold } from './agreement.evolve.js';
import { AgreementRow } from './agreement.rows.js';
import {
  confirmationDecider,
  type ConfirmationFold,
  type ReceivedAgreement,
} from './confirmation.decider.js';

const SORTS: Readonly<Record<string, SortKeys<AgreementRow>>> = {
  name: [
    { sql: `a.name ${VIETNAMESE}`, of: ({ name }) => name },
    { sql: 'a.id', of: ({ id }) => id },
  ],
};

type Under = readonly { readonly id?: string }[];

export class AgreementQueries {
  constructor(private readonly runtime: Runtime) {}

  async list(ctx: Context, q: string | undefined, page: PageQuery): Promise<Page<AgreementView>> {
    const shown = await this.runtime.db.use(ctx, (db) => {
      const query = db.getRepository(AgreementRow).createQueryBuilder('a');
      if (q) query.andWhere('a.search LIKE :q', { q: `%${foldForSearch(q)}%` });
      return pageRows(query, page, SORTS);
    });
    return { ...shown, items: await Promise.all(shown.items.map((row) => this.view(ctx, row))) };
  }

  async one(ctx: Context, id: string, point: Partial<Point>): Promise<AgreementView> {
    return this.view(ctx, await this.row(ctx, id), point);
  }

  /** The agreement as another tenant recorded it, to be confirmed here; undefined for an own one. @throws DomainError */
  async received(ctx: Context, id: string): Promise<ReceivedAgreement | undefined> {
    const { originTenant, fold } = await this.row(ctx, id);
    if (fold.state === 'withdrawn') throw new DomainError('conflict', 'agreement.withdrawn');
    const { version, hash, extensions } = fold;
    const open = [{ version, hash }, ...standing(extensions)];
    return originTenant ? { tenant: originTenant, id, version, open } : undefined;
  }

  /** Tenants that are parties of the agreements a plan stands under, without the asking one. */
  partnersUnder(ctx: Context, under: Under): Promise<string[]> {
    return this.partners(ctx, under, ({ content }) => [content]);
  }

  /** Those too that were parties by an earlier record. */
  partnersEverUnder(ctx: Context, under: Under): Promise<string[]> {
    return this.partners(ctx, under, ({ records }) => records.map(({ content }) => content));
  }

  /** Those of the ids that were recorded here or received. */
  async known(ctx: Context, ids: readonly string[]): Promise<string[]> {
    return (await this.rowsOf(ctx, ids)).map(({ id }) => id);
  }

  /** Tenants that some agreement, recorded here or received, names as a party. */
  async parties(ctx: Context): Promise<string[]> {
    const rows = await this.runtime.db.use(ctx, (db) => db.getRepository(AgreementRow).find());
    return rows.flatMap(({ fold }) => fold.content?.parties ?? []).flatMap(({ tenant }) => tenant ?? []);
  }

  private async partners(
    ctx: Context,
    under: Under,
    contentsOf: (fold: AgreementFold) => readonly (AgreementData | null)[],
  ): Promise<string[]> {
    const rows = await this.rowsOf(
      ctx,
      under.flatMap(({ id }) => id ?? []),
    );
    const parties = rows
      .flatMap(({ fold }) => contentsOf(fold))
      .flatMap((content) => content?.parties ?? [])
      .flatMap(({ tenant }) => tenant ?? []);
    const partners = [...new Set(parties)].filter((tenant) => tenant !== ctx.tenantId);
    // A province's plan concerns HCMC and itself: the other provinces of a regional agreement are no party to it.
    return ctx.tenantId === 'hcmc' ? partners : partners.filter((tenant) => tenant === 'hcmc');
  }

  private async rowsOf(ctx: Context, ids: readonly string[]): Promise<AgreementRow[]> {
    if (ids.length === 0) return [];
    return this.runtime.db.use(ctx, (db) => db.getRepository(AgreementRow).findBy({ id: In([...ids]) }));
  }

  private async row(ctx: Context, id: string): Promise<AgreementRow> {
    const row = await this.runtime.db.use(ctx, (db) => db.getRepository(AgreementRow).findOneBy({ id }));
    if (!row) throw new DomainError('notFound', 'notFound');
    return row;
  }

  private async view(ctx: Context, row: AgreementRow, asked: Partial<Point> = {}): Promise<AgreementView> {
    const { id, revision, fold, originTenant, receivedAt } = row;
    const point = { asOf: asked.asOf ?? ctx.businessDate, knownAt: asked.knownAt };
    const at = agreementAt(fold, point);
    if (!at) throw new DomainError('notFound', 'notFound');
    const own = originTenant ? await this.ownAnswer(ctx, id) : undefined;
    const asking = { recorder: originTenant ?? ctx.tenantId, tenant: ctx.tenantId, ...(own ? { own } : {}) };
    const answered = answeredBy(fold, point.knownAt);
    const { closing } = at;
    const open = fold.state === 'withdrawn' ? ('withdrawn' as const) : ('recorded' as const);
    return {
      id,
      revision,
      version: fold.version,
      hash: fold.hash,
      content: at.content,
      state: closing?.inForce ? 'closed' : open,
      answers: recordAnswers(answered, at, asking),
      extensions: extensionsOf(answered, at, asking),
      closing: closing && {
        eventId: closing.at.id,
        closedOn: closing.closedOn,
        document: closing.document,
        inForce: closing.inForce,
      },
      origin:
        originTenant && receivedAt ? { tenant: originTenant, receivedAt: receivedAt.toISOString() } : null,
      asOf: point.asOf,
      knownAt: point.knownAt ?? null,
    };
  }

  private async ownAnswer(ctx: Context, agreementId: string): Promise<ConfirmationFold> {
    const history = await this.runtime.store.read(ctx, `confirmation-${agreementId}`);
    return foldEvents(confirmationDecider, history);
  }
}
