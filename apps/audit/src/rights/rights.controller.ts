import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { recordWordsVi, rightsQuery, type Page, type RightView } from '@lien-ket/contracts';
import { uuidFrom, type Context, type Recorded } from '@lien-ket/kernel';
import { PersonReads } from '@lien-ket/read-model';
import { Runtime } from '@lien-ket/runtime';
import { Ctx, pageThrough, parseQuery, positionAfter, requireRole } from '@lien-ket/service';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { STAFF_TYPES, rightsCsv, rightsOn } from './rights.js';

/** Who had which right on a day, for the tenant's auditors. */
@Controller('api/v1/audit/rights')
export class RightsController {
  constructor(
    private readonly runtime: Runtime,
    private readonly reads: PersonReads,
  ) {}

  @Get()
  async list(
    @Ctx() ctx: Context,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
  ): Promise<Page<RightView>> {
    requireRole(ctx, ['auditor']);
    const { limit, cursor, ...point } = parseQuery(rightsQuery, query);
    await this.runtime.waitFor(ctx, positionAfter(request));
    return pageThrough(await this.rights(ctx, point), { limit, cursor });
  }

  /** What leaves the platform is recorded before it does. */
  @Get('file')
  async file(
    @Ctx() ctx: Context,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    requireRole(ctx, ['auditor']);
    const { limit: _limit, cursor: _cursor, ...point } = parseQuery(rightsQuery, query);
    await this.runtime.waitFor(ctx, positionAfter(request));
    const csv = rightsCsv(await this.rights(ctx, point), roleName);
    const subject = uuidFrom('rights', ctx.tenantId);
    await this.reads.record(ctx, { subject, cls: 'export', purpose: 'audit.rightsFile' });
    void reply
      .header('content-disposition', `attachment; filename="quyen-${point.asOf ?? ctx.businessDate}.csv"`)
      .header('cache-control', 'private, no-store')
      .type('text/csv; charset=utf-8')
      .send(csv);
  }

  private async rights(
    ctx: Context,
    {
      asOf = ctx.businessDate,
      knownAt,
    }: { readonly asOf?: string | undefined; readonly knownAt?: string | undefined },
  ): Promise<RightView[]> {
    const { store, directory } = this.runtime;
    const events: Recorded[] = [];
    const until = await store.head(ctx);
    for await (const batch of store.log(ctx, { after: 0, until, types: STAFF_TYPES })) events.push(...batch);
    const rights = rightsOn(events, { asOf, ...(knownAt === undefined ? {} : { knownAt }) });
    const found = await directory.byIds(
      ctx,
      rights.map(({ organisationId }) => organisationId),
    );
    const names = new Map(found.map(({ id, name }) => [id, name]));
    return rights.map((right) => ({ ...right, organisation: names.get(right.organisationId) ?? null }));
  }
}

function roleName(role: string): string {
  const key = `role.${role}`;
  return Object.hasOwn(recordWordsVi, key) ? recordWordsVi[key as keyof typeof recordWordsVi] : role;
}
