import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { clocks, planCommands, twoPoints, uuid, type CommandAnswer } from '@lien-ket/contracts';
import { DomainError, type Context } from '@lien-ket/kernel';
import { referenceFacts } from '@lien-ket/access';
import { foldEvents } from '@lien-ket/event-store';
import { Runtime, commandOn, createBy, mustBeAble, type Call } from '@lien-ket/runtime';
import {
  Ctx,
  commandMeta,
  listOf,
  newIdOf,
  pageThrough,
  parseCommand,
  parseQuery,
  pathId,
  positionAfter,
  requireRole,
} from '@lien-ket/service';
import { AgreementQueries } from '../agreement/agreement.queries.js';
import { mustBeRaised } from './answered-difficulties.js';
import { ownerOf } from './amendment.controller.js';
import { amendmentDecider } from './amendment.decider.js';
import { unknownNames } from '../registers/named-things.js';
import { registeredAs } from '../registers/registered-document.js';
import { numberingOf } from './numbering.js';
import { Numbers } from './numbers.js';
import { planDecider } from './plan.decider.js';
import type { PlanLookups } from './plan.rules.js';
import { PlanQueries } from './plan.queries.js';

const PLANS = { commands: planCommands, decider: planDecider };
const asked = z.object({ organisations: z.array(z.object({ organisationId: uuid.optional() })) });
const CONSULTING = {
  ...PLANS,
  refuse: (runtime: Runtime, ctx: Context, body: unknown) =>
    mustBeAble(
      runtime,
      ctx,
      asked
        .parse(body)
        .organisations.flatMap(({ organisationId: id }, index) =>
          id ? [{ id, pointer: `/organisations/${index}/organisationId` }] : [],
        ),
    ),
};
const itemsQuery = clocks.extend({ limit: z.unknown(), cursor: z.unknown() }).partial();

type Under = readonly { readonly tenant?: string; readonly id?: string }[];
interface PlanBody {
  readonly content?: { readonly underAgreements?: Under };
  readonly changes?: readonly { readonly fields?: { readonly underAgreements?: Under } }[];
  readonly amendmentId?: string;
  readonly document?: { readonly documentId?: unknown };
}

@Controller('api/v1/plans')
export class PlanController {
  private readonly queries: PlanQueries;
  private readonly agreements: AgreementQueries;
  private readonly numbers: Numbers;

  constructor(private readonly runtime: Runtime) {
    this.queries = new PlanQueries(runtime);
    this.numbers = new Numbers(runtime, this.queries);
    this.agreements = new AgreementQueries(runtime);
  }

  @Get()
  async list(@Ctx() ctx: Context, @Query() query: unknown, @Req() request: FastifyRequest): Promise<unknown> {
    await this.runtime.waitFor(ctx, positionAfter(request));
    const { filter, page } = listOf('plans', query);
    return this.queries.list(ctx, filter, page);
  }

  @Get(':id')
  async one(
    @Ctx() ctx: Context,
    @Param('id') id: string,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
  ): Promise<unknown> {
    await this.runtime.waitFor(ctx, positionAfter(request));
    return this.queries.one(ctx, pathId(id), parseQuery(clocks, query));
  }

  @Get(':id/items')
  async items(
    @Ctx() ctx: Context,
    @Param('id') id: string,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
  ): Promise<unknown> {
    await this.runtime.waitFor(ctx, positionAfter(request));
    const { limit, cursor, ...point } = parseQuery(itemsQuery, query);
    const { content } = await this.queries.one(ctx, pathId(id), point);
    return pageThrough(content.items, { limit, cursor });
  }

  @Get(':id/history')
  async history(
    @Ctx() ctx: Context,
    @Param('id') id: string,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
  ): Promise<unknown> {
    await this.runtime.waitFor(ctx, positionAfter(request));
    return pageThrough(await this.queries.history(ctx, pathId(id)), query);
  }

  @Get(':id/diff')
  async diff(
    @Ctx() ctx: Context,
    @Param('id') id: string,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
  ): Promise<unknown> {
    await this.runtime.waitFor(ctx, positionAfter(request));
    const { from, to, knownFrom, knownTo } = parseQuery(twoPoints, query);
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
    @Query() query: unknown,
    @Req() request: FastifyRequest,
  ): Promise<unknown> {
    await this.runtime.waitFor(ctx, positionAfter(request));
    return pageThrough(await this.queries.amendments(ctx, pathId(id)), query);
  }

  @Post()
  async create(
    @Ctx() ctx: Context,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    await this.runtime.current(ctx);
    const unknown = await unknownNames(this.runtime, ctx, body, 'plan');
    const lookups = { ownerId: ownerOf(ctx), unknown };
    return createBy(this.runtime, PLANS, { ctx, request, reply, body }, 'create', lookups);
  }

  @Post('recordIssued')
  async recordIssued(
    @Ctx() ctx: Context,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    requireRole(ctx, planCommands.recordIssued.roles);
    const parsed = parseCommand(planCommands.recordIssued, body);
    const lookups = await this.lookups(ctx, body, undefined);
    const call: Call = { ctx, request, reply, body };
    const id = newIdOf(ctx, commandMeta(request, 'none'), parsed.id);
    return this.numbers.holding(ctx, { bearer: { planId: id }, numbered: parsed }, () =>
      createBy(this.runtime, PLANS, call, 'recordIssued', { ...lookups }, id),
    );
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
    if (name === 'recordAmendment') await this.mustBeRaised(ctx, body);
    const lookups = await this.lookups(ctx, body, pathId(id));
    const paperId = newIdOf(ctx, commandMeta(request, 'none'));
    const numbering = await numberingOf(this.runtime, ctx, { id: pathId(id), name, body, paperId });
    const call: Call = { ctx, request, reply, body };
    return this.numbers.holding(ctx, numbering, () =>
      commandOn(this.runtime, name === 'consult' ? CONSULTING : PLANS, call, id, name, {
        ...lookups,
        ...(name === 'recordAmendment' ? { paperId } : {}),
      }),
    );
  }

  private async mustBeRaised(ctx: Context, body: unknown): Promise<void> {
    requireRole(ctx, planCommands.recordAmendment.roles);
    const { difficulties } = parseCommand(planCommands.recordAmendment, body);
    await mustBeRaised(this.runtime, ctx, difficulties);
  }

  /** What the decider may not look up itself. The body is not yet checked here: only ids are taken from it. */
  private async lookups(ctx: Context, given: unknown, id: string | undefined): Promise<PlanLookups> {
    await this.runtime.current(ctx);
    const body = (given ?? {}) as PlanBody;
    const corrected = Array.isArray(body.changes) ? body.changes : [];
    const under =
      body.content?.underAgreements ??
      corrected.findLast((change) => change?.fields?.underAgreements)?.fields?.underAgreements ??
      (id ? await this.underOf(ctx, id) : []);
    const amendment = body.amendmentId ? await this.submitted(ctx, pathId(body.amendmentId), id) : undefined;
    const { endsOn } = referenceFacts(ctx.tenantId);
    const registered = await registeredAs(this.runtime, ctx, body.document?.documentId);
    return {
      sharedWith: await this.agreements.partnersUnder(ctx, under),
      amendment,
      unknown: await unknownNames(this.runtime, ctx, given, 'plan'),
      ...(endsOn ? { issuerEndsOn: endsOn } : {}),
      ...(registered ? { registered } : {}),
    };
  }

  private async underOf(ctx: Context, id: string): Promise<Under> {
    const history = await this.runtime.store.read(ctx, `plan-${id}`);
    return foldEvents(planDecider, history).content?.underAgreements ?? [];
  }

  private async submitted(
    ctx: Context,
    amendmentId: string,
    planId: string | undefined,
  ): Promise<PlanLookups['amendment']> {
    const history = await this.runtime.store.read(ctx, `amendment-${amendmentId}`);
    const { state, planId: of, ...proposed } = foldEvents(amendmentDecider, history);
    const { baseRevision, reason, changes, difficulties } = proposed;
    return state === 'submitted' && of === planId
      ? { id: amendmentId, baseRevision, reason, changes: [...changes], difficulties }
      : undefined;
  }
}
