import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { amendmentCommands, type CommandAnswer, type PlanChange } from '@lien-ket/contracts';
import { DomainError, type Context } from '@lien-ket/kernel';
import { actingFor, requireTouch, senderOf } from '@lien-ket/access';
import { foldEvents, hashBody } from '@lien-ket/event-store';
import { inForce } from '@lien-ket/plan-acts';
import { Runtime, commandOn, createBy, type Call } from '@lien-ket/runtime';
import { Ctx, listOf, parseCommand, pathId, positionAfter, requireRole } from '@lien-ket/service';
import { mustBeRaised } from './answered-difficulties.js';
import { amendmentDecider } from './amendment.decider.js';
import { mustAmend } from './plan.changes.js';
import { unknownNames } from '../registers/named-things.js';
import { mustBeKnown } from '../registers/unknown-names.js';
import { planDecider } from './plan.decider.js';
import { PlanQueries } from './plan.queries.js';

const AMENDMENTS = { commands: amendmentCommands, decider: amendmentDecider };
const DRAFTERS = ['focal', 'officer', 'head', 'region-coordinator'] as const;

interface Proposed {
  readonly changes: readonly PlanChange[];
  readonly difficulties: readonly string[];
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
    const { filter, page } = listOf('amendments', query);
    return this.queries.listAmendments(ctx, filter, page);
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
    const proposed = parseCommand(amendmentCommands.create, body);
    const baseRevision = await this.checkedOn(ctx, proposed.planId, proposed);
    const extra = { ownerId: ownerOf(ctx), baseRevision };
    return createBy(this.runtime, AMENDMENTS, { ctx, request, reply, body }, 'create', extra);
  }

  /** What is proposed anew is checked on the plan as it stands by then. */
  @Post(':id/revise')
  async revise(
    @Ctx() ctx: Context,
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    requireRole(ctx, amendmentCommands.revise.roles);
    const proposed = parseCommand(amendmentCommands.revise, body);
    const history = await this.runtime.history(ctx, 'amendment', pathId(id));
    const { planId, ownerId } = foldEvents(amendmentDecider, history);
    // Before the plan is asked: what others may not change, it says nothing about.
    requireTouch(senderOf(ctx), [ownerId]);
    const baseRevision = await this.checkedOn(ctx, planId, proposed);
    return commandOn(this.runtime, AMENDMENTS, { ctx, request, reply, body }, id, 'revise', { baseRevision });
  }

  /** @returns the revision of the plan on which the changes were checked */
  private async checkedOn(ctx: Context, planId: string, proposed: Proposed): Promise<number> {
    const history = await this.runtime.history(ctx, 'plan', planId);
    const { state, content, events } = foldEvents(planDecider, history);
    if (state !== 'issued' || !content) throw new DomainError('conflict', 'plan.wrongState', { state });
    const { content: today } = inForce(events, { asOf: ctx.businessDate });
    // What an act to come says may be proposed for an earlier day.
    mustAmend(content, proposed.changes, hashBody(today) !== hashBody(content));
    await mustBeRaised(this.runtime, ctx, proposed.difficulties);
    await this.runtime.current(ctx);
    mustBeKnown(await unknownNames(this.runtime, ctx, proposed, 'plan'));
    return history.at(-1)?.revision ?? 0;
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
export function ownerOf(ctx: Context): string {
  return ctx.assignments.some(({ role }) => DRAFTERS.some((one) => one === role))
    ? actingFor(ctx, DRAFTERS)
    : '';
}
