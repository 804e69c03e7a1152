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
  type ReportSource,
} from '@lien-ket/contracts';
import { DomainError, type Context } from '@lien-ket/kernel';
import { senderOf } from '@lien-ket/access';
import { foldEvents } from '@lien-ket/event-store';
import { Runtime, commandOn, evidenceLiesHere, mustBeAble, type Call, type Sent } from '@lien-ket/runtime';
import {
  Ctx,
  actingUnder,
  answer,
  commandMeta,
  listOf,
  pageThrough,
  parseCommand,
  pathId,
  positionAfter,
} from '@lien-ket/service';
import { PlanQueries } from '../provision/plan.queries.js';
import { obligationDecider, type LookedUp } from './obligation.decider.js';
import { ANSWERS, decisionDecider, type DecisionCommand } from './decision.decider.js';
import { ObligationQueries, type ForeignObligation } from './obligation.queries.js';
import { ReportQueries } from './report.queries.js';

const OBLIGATIONS = { commands: obligationCommands, decider: obligationDecider, refuse: evidenceLiesHere };
const taking = z.object({ toId: uuid });
const TRANSFERS = {
  ...OBLIGATIONS,
  refuse: (runtime: Runtime, ctx: Context, body: unknown) =>
    mustBeAble(runtime, ctx, [{ id: taking.parse(body).toId, pointer: '/toId' }]),
};

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

  /** What others reported to the debtor under the same plan for the same time, to compile its own report from. */
  @Get(':id/sources')
  async sources(
    @Ctx() ctx: Context,
    @Param('id') id: string,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
  ): Promise<Page<ReportSource>> {
    await this.runtime.waitFor(ctx, positionAfter(request));
    return pageThrough(await this.queries.sources(ctx, pathId(id)), query);
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
    const call: Call = { ctx, request, reply, body };
    const foreign = await this.queries.foreign(ctx, pathId(id));
    if (foreign) return this.answerOther(call, pathId(id), name, foreign);
    const found = await this.lookUp(ctx, pathId(id));
    const resource = name === 'transfer' ? TRANSFERS : OBLIGATIONS;
    return commandOn(this.runtime, resource, call, id, name, { ...found });
  }

  /** In our own log, for the other tenant to take over; If-Match is the revision that it has shared. */
  private async answerOther(
    { ctx, request, reply, body }: Call,
    id: string,
    name: string,
    foreign: ForeignObligation,
  ): Promise<CommandAnswer> {
    const contract = Object.hasOwn(obligationCommands, name)
      ? obligationCommands[name as keyof typeof obligationCommands]
      : undefined;
    if (!contract) throw new DomainError('notFound', 'notFound');
    const acting = actingUnder(ctx, contract.roles);
    const parsed = parseCommand<z.ZodType>(contract, body) as Record<string, unknown>;
    if (!ANSWERS.includes(name)) throw new DomainError('conflict', 'obligation.foreign');
    const { commandId, expectedRevision } = commandMeta(request);
    if (expectedRevision !== foreign.revision)
      throw new DomainError('stale', 'revision.stale', { current: foreign.revision });
    const command = {
      type: name,
      ...parsed,
      obligationId: id,
      foreign,
      by: senderOf(ctx),
      on: ctx.businessDate,
    };
    const handled = await this.runtime.handle(acting, decisionDecider, {
      id,
      commandId,
      name,
      command: command as unknown as Sent<DecisionCommand>,
      body: parsed,
    });
    return answer(reply, { id, ...handled });
  }

  private async lookUp(ctx: Context, id: string): Promise<LookedUp> {
    const { opened } = foldEvents(obligationDecider, await this.runtime.history(ctx, 'obligation', id));
    const receivers = await this.queries.receiversOf(ctx, opened?.receiver.organisationId ?? null);
    const plan = opened?.planId ? await this.plans.byId(ctx, opened.planId) : null;
    const lapsed = await this.queries.isLapsed(ctx, id);
    return { receivers, sharedWith: plan?.sharedWith ?? [], lapsed };
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
