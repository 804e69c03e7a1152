import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  obligationCommands,
  uuid,
  type CommandAnswer,
  type NeedView,
  type ObligationView,
  type Page,
  type ReportListItem,
} from '@lien-ket/contracts';
import { DomainError, type Context } from '@lien-ket/kernel';
import { actsOn } from '@lien-ket/access';
import { foldEvents } from '@lien-ket/event-store';
import { Runtime, commandOn } from '@lien-ket/runtime';
import { Ctx, listOf, pathId, positionAfter } from '@lien-ket/service';
import { PlanQueries } from '../provision/plan.queries.js';
import { obligationDecider, type LookedUp } from './obligation.decider.js';
import { ObligationQueries } from './obligation.queries.js';
import { ReportQueries } from './report.queries.js';

const OBLIGATIONS = { commands: obligationCommands, decider: obligationDecider };
@Controller('api/v1/obligations')
export class ObligationController {
  private readonly queries: ObligationQueries;
  private readonly plans: PlanQueries;

  constructor(private readonly runtime: Runtime) {
    this.queries = new ObligationQueries(runtime);
    this.plans = new PlanQueries(runtime);
  }

  @Get()
  async list(
    @Ctx() ctx: Context,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
  ): Promise<Page<ObligationView>> {
    await this.runtime.waitFor(ctx, positionAfter(request));
    const { filter, page } = listOf('obligations', query);
    return this.queries.list(ctx, filter, page);
  }

  @Get(':id')
  async one(
    @Ctx() ctx: Context,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
  ): Promise<ObligationView> {
    await this.runtime.waitFor(ctx, positionAfter(request));
    return this.queries.one(ctx, pathId(id));
  }

  @Post(':id/:command')
  async command(
    @Ctx() ctx: Context,
    @Param('id') id: string,
    @Param('command') name: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const found = await this.lookUp(ctx, pathId(id));
    if (name === 'transfer') await this.refuseEnded(ctx, body);
    return commandOn(this.runtime, OBLIGATIONS, { ctx, request, reply, body }, id, name, { ...found });
  }

  private async lookUp(ctx: Context, id: string): Promise<LookedUp> {
    const { opened } = foldEvents(obligationDecider, await this.runtime.history(ctx, 'obligation', id));
    const receivers = await this.queries.receiversOf(ctx, opened?.receiver.organisationId ?? null);
    const plan = opened?.planId ? await this.plans.byId(ctx, opened.planId) : null;
    const lapsed = await this.queries.isLapsed(ctx, id);
    return { receivers, sharedWith: plan?.sharedWith ?? [], lapsed };
  }

  /** @throws DomainError conflict obligation.successorEnded; what is no id at all is left to the contract */
  private async refuseEnded(ctx: Context, body: unknown): Promise<void> {
    const named = z.object({ toId: uuid }).safeParse(body);
    if (!named.success) return;
    const successor = await this.runtime.directory.organisation(ctx, named.data.toId);
    if (!actsOn(successor, ctx.businessDate)) throw new DomainError('conflict', 'obligation.successorEnded');
  }
}

@Controller('api/v1/reports')
export class ReportController {
  private readonly queries: ReportQueries;

  constructor(private readonly runtime: Runtime) {
    this.queries = new ReportQueries(runtime);
  }

  @Get()
  async list(
    @Ctx() ctx: Context,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
  ): Promise<Page<ReportListItem>> {
    await this.runtime.waitFor(ctx, positionAfter(request));
    const { filter, page } = listOf('reports', query);
    return this.queries.list(ctx, filter, page);
  }
}

@Controller('api/v1/needs')
export class NeedController {
  private readonly queries: ReportQueries;

  constructor(private readonly runtime: Runtime) {
    this.queries = new ReportQueries(runtime);
  }

  @Get()
  async list(
    @Ctx() ctx: Context,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
  ): Promise<Page<NeedView>> {
    await this.runtime.waitFor(ctx, positionAfter(request));
    const { filter, page } = listOf('needs', query);
    return this.queries.needs(ctx, filter, page);
  }
}
