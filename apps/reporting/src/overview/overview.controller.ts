import { Controller, Get, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { OverviewView } from '@lien-ket/contracts';
import type { Context } from '@lien-ket/kernel';
import { Runtime } from '@lien-ket/runtime';
import { Ctx, positionAfter } from '@lien-ket/service';
import { OverviewQueries } from './overview.queries.js';

@Controller('api/v1/overview')
export class OverviewController {
  private readonly queries: OverviewQueries;

  constructor(private readonly runtime: Runtime) {
    this.queries = new OverviewQueries(runtime);
  }

  @Get()
  async read(@Ctx() ctx: Context, @Req() request: FastifyRequest): Promise<OverviewView> {
    await this.runtime.waitFor(ctx, positionAfter(request));
    return this.queries.view(ctx);
  }
}
