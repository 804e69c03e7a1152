import { Controller, Get, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { nothing, type OverviewView } from '@lien-ket/contracts';
import type { Context } from '@lien-ket/kernel';
import { Runtime } from '@lien-ket/runtime';
import { Ctx, parseQuery, positionAfter } from '@lien-ket/service';
import { OverviewQueries } from './overview.queries.js';

@Controller('api/v1/overview')
export class OverviewController {
  private readonly queries: OverviewQueries;

  constructor(private readonly runtime: Runtime) {
    this.queries = new OverviewQueries(runtime);
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
    return this.queries.view(ctx);
  }
}
