import { Controller, Get, Query, Req } from '@nestjs/common';
import { whyQuery, type HistoryEntry, type Page, type WhyView } from '@lien-ket/contracts';
import type { Context } from '@lien-ket/kernel';
import { Runtime } from '@lien-ket/runtime';
import { Ctx, listOf, parseQuery, positionAfter } from '@lien-ket/service';
import type { FastifyRequest } from 'fastify';
import { HistoryQueries } from './history.queries.js';

/** What happened to anything, step by step, and why a field says what it says. */
@Controller('api/v1/history')
export class HistoryController {
  private readonly queries: HistoryQueries;

  constructor(private readonly runtime: Runtime) {
    this.queries = new HistoryQueries(runtime);
  }

  @Get()
  async list(
    @Ctx() ctx: Context,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
  ): Promise<Page<HistoryEntry>> {
    const { filter, page } = listOf('history', query);
    await this.runtime.waitFor(ctx, positionAfter(request));
    return this.queries.list(ctx, filter, page);
  }

  @Get('why')
  async why(@Ctx() ctx: Context, @Query() query: unknown, @Req() request: FastifyRequest): Promise<WhyView> {
    const asked = parseQuery(whyQuery, query);
    await this.runtime.waitFor(ctx, positionAfter(request));
    return this.queries.why(ctx, asked);
  }
}
