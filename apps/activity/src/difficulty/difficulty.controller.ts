import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  difficultyCommands,
  difficultyEvents,
  receivedEvents,
  type CommandAnswer,
  type Crossing,
} from '@lien-ket/contracts';
import { DomainError, type Context, type Recorded } from '@lien-ket/kernel';
import { actingFor, senderOf } from '@lien-ket/access';
import { foldEvents } from '@lien-ket/event-store';
import { Reacts, commandIdOf } from '@lien-ket/messaging';
import { Runtime, commandOn, createBy } from '@lien-ket/runtime';
import {
  Ctx,
  answer,
  commandMeta,
  listOf,
  parseCommand,
  pathId,
  positionAfter,
  requireRole,
} from '@lien-ket/service';
import { activityDecider } from '../activity/activity.decider.js';
import { answerDecider } from './answer.decider.js';
import { difficultyDecider } from './difficulty.decider.js';
import { DifficultyQueries } from './difficulty.queries.js';
import { PartyQueries } from './party.queries.js';

const DIFFICULTIES = { commands: difficultyCommands, decider: difficultyDecider };
const RAISERS = ['officer', 'head', 'focal', 'region-coordinator'] as const;
const TAKE = 'activity.take-answer';

@Controller('api/v1/difficulties')
export class DifficultyController {
  private readonly queries: DifficultyQueries;
  private readonly parties: PartyQueries;

  constructor(private readonly runtime: Runtime) {
    this.queries = new DifficultyQueries(runtime);
    this.parties = new PartyQueries(runtime);
  }

  @Get()
  async list(@Ctx() ctx: Context, @Query() query: unknown, @Req() request: FastifyRequest): Promise<unknown> {
    await this.runtime.waitFor(ctx, positionAfter(request));
    const { filter, page } = listOf('difficulties', query);
    return this.queries.list(ctx, filter, page);
  }

  @Get(':id')
  async one(@Ctx() ctx: Context, @Param('id') id: string, @Req() request: FastifyRequest): Promise<unknown> {
    await this.runtime.waitFor(ctx, positionAfter(request));
    return this.queries.one(ctx, pathId(id));
  }

  @Post()
  async create(
    @Ctx() ctx: Context,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const about = await this.about(ctx, body);
    return createBy(this.runtime, DIFFICULTIES, { ctx, request, reply, body }, 'create', {
      ...about,
      raisedBy: actingFor(ctx, RAISERS),
    });
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
    if (name === 'create') throw new DomainError('notFound', 'notFound');
    if (name !== 'answer')
      return commandOn(this.runtime, DIFFICULTIES, { ctx, request, reply, body }, id, name, {
        ...(await this.lookups(ctx, id, name)),
      });
    requireRole(ctx, difficultyCommands.answer.roles);
    const parsed = parseCommand(difficultyCommands.answer, body);
    const tenant = await this.queries.partnerOf(ctx, pathId(id));
    const meta = commandMeta(request, 'optional');
    const command = {
      type: 'answer' as const,
      tenant,
      difficultyId: pathId(id),
      ...parsed,
      by: senderOf(ctx),
      on: ctx.businessDate,
    };
    const handled = await this.runtime.handle(ctx, answerDecider, {
      id: pathId(id),
      commandId: meta.commandId,
      name,
      command,
      body: parsed,
    });
    return answer(reply, { id: pathId(id), ...handled });
  }

  private async lookups(ctx: Context, id: string, name: string): Promise<{ concerned?: readonly string[] }> {
    if (name !== 'passToPartner') return {};
    requireRole(ctx, difficultyCommands.passToPartner.roles);
    return { concerned: await this.parties.concernedBy(ctx, pathId(id)) };
  }

  /** The activity must exist here; an example's difficulty is an example. */
  private async about(ctx: Context, body: unknown): Promise<{ example: boolean; planId?: string }> {
    const { activityId } = (body ?? {}) as { activityId?: unknown };
    if (typeof activityId !== 'string') return { example: false };
    const { planned } = foldEvents(
      activityDecider,
      await this.runtime.history(ctx, 'activity', pathId(activityId)),
    );
    return { example: planned?.example ?? false, ...(planned ? { planId: planned.planId } : {}) };
  }
}

@Controller()
export class DifficultyConsumer {
  constructor(private readonly runtime: Runtime) {}

  /** The other party's answer, received: noted in our difficulty's stream. */
  @Reacts('activity', receivedEvents.received, TAKE)
  async takeAnswer(event: Recorded, ctx: Context): Promise<void> {
    const { origin, content } = event.data as Crossing;
    if (origin.type !== difficultyEvents.answerGiven.type) return;
    const { difficulty, text, document } = content as {
      difficulty: { tenant: string; id: string };
      text: string;
      document?: { number?: string };
    };
    if (difficulty.tenant !== ctx.tenantId) return;
    const command = {
      type: 'takeAnswer' as const,
      from: origin.tenant,
      text,
      document,
      by: { account: '', roles: [], system: true },
      on: ctx.businessDate,
    };
    await this.runtime.handle(ctx, difficultyDecider, {
      id: difficulty.id,
      commandId: commandIdOf(TAKE, event),
      name: 'takeAnswer',
      command,
    });
  }
}
