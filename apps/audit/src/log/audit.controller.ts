import { Controller, Get, Query, Req } from '@nestjs/common';
import type { AuditEventView, Page } from '@lien-ket/contracts';
import { DomainError, type Context, type Recorded } from '@lien-ket/kernel';
import { Runtime } from '@lien-ket/runtime';
import { Ctx, listOf, pageFrom, positionAfter, requireRole, type PageQuery } from '@lien-ket/service';
import type { FastifyRequest } from 'fastify';
import { LogCounts, matches } from './log-filter.js';

const BATCH = 500;

/** The tenant's whole log in order, for its auditors: what is stored, persons in their envelopes. */
@Controller('api/v1/audit')
export class AuditController {
  private readonly counts: LogCounts;

  constructor(private readonly runtime: Runtime) {
    this.counts = new LogCounts(runtime.store);
  }

  @Get('events')
  async events(
    @Ctx() ctx: Context,
    @Req() request: FastifyRequest,
    @Query() given: unknown,
  ): Promise<Page<AuditEventView>> {
    requireRole(ctx, ['auditor']);
    const { filter, page } = listOf('audit-events', given);
    const until = await this.runtime.store.head(ctx);
    const position = positionAfter(request);
    // The log itself is read here, no projection of it: what it does not hold yet will not come by waiting.
    if (position !== undefined && position > until)
      throw new DomainError('unavailable', 'projection.behind', { position });
    const found: Recorded[] = [];
    for await (const batch of this.batches(ctx, page, { after: filter.after ?? 0, until })) {
      found.push(...batch.filter((event) => matches(event, filter)));
      if (found.length > page.limit) break;
    }
    const total = await this.counts.under(ctx, filter, until);
    const shown = pageFrom(found, page, total, ({ seq }) => [seq]);
    return { ...shown, items: shown.items.map(view) };
  }

  /** The log in the wished order, from behind what the caller has seen. */
  private async *batches(
    ctx: Context,
    { sort, after: cursor }: PageQuery,
    { after, until }: { readonly after: number; readonly until: number },
  ): AsyncGenerator<readonly Recorded[]> {
    const { store } = this.runtime;
    const seen = cursor?.[0];
    if (sort !== '-seq') {
      yield* store.log(ctx, { after: Number(seen ?? after), until, batch: BATCH });
      return;
    }
    // Newest first: windows of the log from its end, each turned round.
    for (let end = seen === undefined ? until : Number(seen) - 1; end > after; end -= BATCH) {
      const found: Recorded[] = [];
      const window = { after: Math.max(after, end - BATCH), until: end, batch: BATCH };
      for await (const batch of store.log(ctx, window)) found.push(...batch);
      yield found.reverse();
    }
  }
}

function view({ seq, stream, revision, header, type, recordedAt, data }: Recorded): AuditEventView {
  const { account, role, organisationId, kind } = header.actor;
  return {
    seq,
    stream,
    revision,
    eventId: header.id,
    type,
    recordedAt,
    businessDate: header.businessDate,
    effectiveOn: header.effectiveOn ?? null,
    actor: { account, role, ...(organisationId ? { organisationId } : {}), kind },
    command: header.command.name,
    data,
  };
}
