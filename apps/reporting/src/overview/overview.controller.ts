import { Controller, Get, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { nothing, tenantId, type OverviewView, type Page, type SharedReport } from '@lien-ket/contracts';
import type { Context } from '@lien-ket/kernel';
import { Runtime } from '@lien-ket/runtime';
import { Ctx, pageThrough, parseQuery, positionAfter, wholeParams } from '@lien-ket/service';
import { ObligationQueries } from '../obligation/obligation.queries.js';
import { OverviewQueries } from './overview.queries.js';

const reportsQuery = wholeParams.extend({ tenant: tenantId.optional() }).strict();

@Controller('api/v1/overview')
export class OverviewController {
  private readonly queries: OverviewQueries;
  private readonly obligations: ObligationQueries;

  constructor(private readonly runtime: Runtime) {
    this.queries = new OverviewQueries(runtime);
    this.obligations = new ObligationQueries(runtime);
  }

  @Get()
  async read(
    @Ctx() ctx: Context,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
  ): Promise<OverviewView> {
    // What was received up to an earlier day is not kept: a day asked for would be passed over in silence.
    parseQuery(nothing, query);
    await this.runtime.waitFor(ctx, positionAfter(request));
    return this.queries.view(ctx, () => this.obligations.owedWithin(ctx));
  }

  @Get('reports')
  async reports(
    @Ctx() ctx: Context,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
  ): Promise<Page<SharedReport>> {
    await this.runtime.waitFor(ctx, positionAfter(request));
    const { tenant, ...page } = parseQuery(reportsQuery, query);
    return pageThrough(await this.queries.reports(ctx, tenant), page);
  }
}
