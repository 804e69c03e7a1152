import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { amendmentCommands, isoDate, planCommands, type CommandAnswer } from '@lien-ket/contracts';
import { DomainError, type Context } from '@lien-ket/kernel';
import { actingFor } from '@lien-ket/access';
import { foldEvents } from '@lien-ket/event-store';
import { Runtime, commandOn, createBy, type Call } from '@lien-ket/runtime';
import {
  Ctx,
  pageOf,
  pageParams,
  parseCommand,
  parseQuery,
  pathId,
  positionAfter,
  requireRole,
} from '@lien-ket/service';
import { AgreementQueries } from '../agreement/agreement.queries.js';
import { amendmentDecider } from './amendment.decider.js';
import { planDecider } from './plan.decider.js';
import type { PlanLookups } from './plan.rules.js';
import { PlanQueries } from './plan.queries.js';

const PLANS = { commands: planCommands, decider: planDecider };
const AMENDMENTS = { commands: amendmentCommands, decider: amendmentDecider };
const instantOrDate = z.union([isoDate, z.iso.datetime()]);
const listQuery = pageParams.extend({
  q: z.string().max(200).optional(),
  state: z.string().max(40).optional(),
  origin: z.enum(['own', 'received']).optional(),
});
const pointQuery = z.object({ asOf: isoDate.optional(), knownAt: instantOrDate.optional() });
const amendmentQuery = pageParams.extend({
  state: z.string().max(40).optional(),
  planId: z.uuid().optional(),
});
const diffQuery = z.object({
  from: isoDate,
  to: isoDate,
  knownFrom: instantOrDate.optional(),
  knownTo: instantOrDate.optional(),
});
const DRAFTERS = ['focal', 'officer', 'head', 'region-coordinator'] as const;

interface PlanBody {
  readonly number?: string;
  readonly symbol?: string;
  readonly date?: { readonly year: number };
  readonly content?: {
    readonly underAgreements?: readonly { readonly tenant?: string; readonly id?: string }[];
  };
  readonly amendmentId?: string;
}

@Controller('api/v1/plans')
export class PlanController {
  private readonly queries: PlanQueries;
  private readonly agreements: AgreementQueries;

  constructor(private readonly runtime: Runtime) {
    this.queries = new PlanQueries(runtime);
    this.agreements = new AgreementQueries(runtime);
  }

  @Get()
  async list(@Ctx() ctx: Context, @Query() query: unknown, @Req() request: FastifyRequest): Promise<unknown> {
    await this.runtime.waitFor(ctx, positionAfter(request));
    return this.queries.list(ctx, parseQuery(listQuery, query), pageOf(query));
  }

  @Get(':id')
  async one(
    @Ctx() ctx: Context,
    @Param('id') id: string,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
  ): Promise<unknown> {
    await this.runtime.waitFor(ctx, positionAfter(request));
    return this.queries.one(ctx, pathId(id), parseQuery(pointQuery, query));
  }

  @Get(':id/items')
  async items(@Ctx() ctx: Context, @Param('id') id: string, @Query() query: unknown): Promise<unknown> {
    const { content } = await this.queries.one(ctx, pathId(id), parseQuery(pointQuery, query));
    return { items: content.items, next: null, total: content.items.length };
  }

  @Get(':id/history')
  async history(@Ctx() ctx: Context, @Param('id') id: string): Promise<unknown> {
    const items = await this.queries.history(ctx, pathId(id));
    return { items, next: null, total: items.length };
  }

  @Get(':id/diff')
  async diff(@Ctx() ctx: Context, @Param('id') id: string, @Query() query: unknown): Promise<unknown> {
    const { from, to, knownFrom, knownTo } = parseQuery(diffQuery, query);
    return {
      changes: await this.queries.diff(
        ctx,
        pathId(id),
        { asOf: from, knownAt: knownFrom },
        { asOf: to, knownAt: knownTo },
      ),
    };
  }

  @Get(':id/amendments')
  async amendments(
    @Ctx() ctx: Context,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
  ): Promise<unknown> {
    await this.runtime.waitFor(ctx, positionAfter(request));
    const items = await this.queries.amendments(ctx, pathId(id));
    return { items, next: null, total: items.length };
  }

  @Post()
  async create(
    @Ctx() ctx: Context,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    return createBy(this.runtime, PLANS, { ctx, request, reply, body }, 'create', { ownerId: ownerOf(ctx) });
  }

  @Post('recordIssued')
  async recordIssued(
    @Ctx() ctx: Context,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const lookups = await this.lookups(ctx, body, undefined);
    return createBy(this.runtime, PLANS, { ctx, request, reply, body }, 'recordIssued', { ...lookups });
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
    if (name === 'create' || name === 'recordIssued') throw new DomainError('notFound', 'notFound');
    const lookups = await this.lookups(ctx, body, pathId(id));
    return commandOn(this.runtime, PLANS, { ctx, request, reply, body }, id, name, { ...lookups });
  }

  /** What the decider may not look up itself. The body is not yet checked here: only ids are taken from it. */
  private async lookups(ctx: Context, given: unknown, id: string | undefined): Promise<PlanLookups> {
    await this.runtime.current(ctx);
    const body = (given ?? {}) as PlanBody;
    const under = body.content?.underAgreements ?? (id ? await this.underOf(ctx, id) : []);
    const numberTakenBy = await this.queries.numberTaken(ctx, body.number, body.symbol, body.date?.year, id);
    const amendment = body.amendmentId ? await this.submitted(ctx, pathId(body.amendmentId), id) : undefined;
    return { sharedWith: await this.agreements.partnersUnder(ctx, under), numberTakenBy, amendment };
  }

  private async underOf(ctx: Context, id: string): Promise<readonly { tenant?: string; id?: string }[]> {
    const history = await this.runtime.store.read(ctx, `plan-${id}`);
    return foldEvents(planDecider, history).content?.underAgreements ?? [];
  }

  private async submitted(
    ctx: Context,
    amendmentId: string,
    planId: string | undefined,
  ): Promise<PlanLookups['amendment']> {
    const history = await this.runtime.store.read(ctx, `amendment-${amendmentId}`);
    const { state, planId: of, baseRevision, reason, changes } = foldEvents(amendmentDecider, history);
    return state === 'submitted' && of === planId
      ? { id: amendmentId, baseRevision, reason, changes: [...changes] }
      : undefined;
  }
}

@Controller('api/v1/amendments')
export class AmendmentController {
  private readonly queries: PlanQueries;

  constructor(private readonly runtime: Runtime) {
    this.queries = new PlanQueries(runtime);
  }

  @Get()
  async list(@Ctx() ctx: Context, @Query() query: unknown, @Req() request: FastifyRequest): Promise<unknown> {
    await this.runtime.waitFor(ctx, positionAfter(request));
    const items = await this.queries.listAmendments(ctx, parseQuery(amendmentQuery, query));
    return { items, next: null, total: items.length };
  }

  @Get(':id')
  async one(@Ctx() ctx: Context, @Param('id') id: string, @Req() request: FastifyRequest): Promise<unknown> {
    await this.runtime.waitFor(ctx, positionAfter(request));
    return this.queries.amendment(ctx, pathId(id));
  }

  @Post()
  async create(
    @Ctx() ctx: Context,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    requireRole(ctx, amendmentCommands.create.roles);
    const { planId } = parseCommand(amendmentCommands.create, body);
    const history = await this.runtime.history(ctx, 'plan', planId);
    if (foldEvents(planDecider, history).state !== 'issued')
      throw new DomainError('conflict', 'plan.wrongState', { state: 'draft' });
    const extra = { ownerId: ownerOf(ctx), baseRevision: history.at(-1)?.revision ?? 0 };
    return createBy(this.runtime, AMENDMENTS, { ctx, request, reply, body }, 'create', extra);
  }

  @Post(':id/:command')
  command(
    @Ctx() ctx: Context,
    @Param('id') id: string,
    @Param('command') name: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const call: Call = { ctx, request, reply, body };
    if (name === 'create') throw new DomainError('notFound', 'notFound');
    return commandOn(this.runtime, AMENDMENTS, call, id, name);
  }
}

/** The organisation for which somebody drafts; refused later by the role rule when there is none. */
function ownerOf(ctx: Context): string {
  return ctx.assignments.some(({ role }) => DRAFTERS.some((one) => one === role))
    ? actingFor(ctx, DRAFTERS)
    : '';
}
