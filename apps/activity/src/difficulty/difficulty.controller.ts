import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { difficultyCommands, uuid, type CommandAnswer } from '@lien-ket/contracts';
import { DomainError, highest, type Context } from '@lien-ket/kernel';
import { actingFor, actsOn, senderOf } from '@lien-ket/access';
import { Runtime, commandOn, createBy, mustBeAble } from '@lien-ket/runtime';
import {
  Ctx,
  actingUnder,
  answer,
  commandMeta,
  listOf,
  parseCommand,
  pathId,
  positionAfter,
  requireRole,
} from '@lien-ket/service';
import { ActivityQueries } from '../activity/activity.queries.js';
import { answerDecider } from './answer.decider.js';
import { difficultyDecider } from './difficulty.decider.js';
import type { Authority } from './difficulty.rules.js';
import { DifficultyQueries } from './difficulty.queries.js';
import { PartyQueries, type Partners } from './party.queries.js';

const DIFFICULTIES = { commands: difficultyCommands, decider: difficultyDecider };
const taking = z.object({ organisationId: uuid });
const ASSIGNING = {
  ...DIFFICULTIES,
  refuse: (runtime: Runtime, ctx: Context, body: unknown) =>
    mustBeAble(runtime, ctx, [{ id: taking.parse(body).organisationId, pointer: '/organisationId' }]),
};
const RAISERS = ['officer', 'head', 'focal', 'region-coordinator'] as const;
/**
 * What a difficulty is about, and our organisations whose work that is. Another tenant's activity names its own by id: which
 * of ours it concerns, only we can say.
 */
interface About {
  readonly example: boolean;
  readonly planId?: string;
  readonly concerned?: readonly string[];
}
interface Lookups {
  readonly partners?: Partners;
  readonly authority?: Authority;
}

@Controller('api/v1/difficulties')
export class DifficultyController {
  private readonly queries: DifficultyQueries;
  private readonly parties: PartyQueries;
  private readonly activities: ActivityQueries;

  constructor(private readonly runtime: Runtime) {
    this.queries = new DifficultyQueries(runtime);
    this.parties = new PartyQueries(runtime);
    this.activities = new ActivityQueries(runtime);
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
    const view = await this.queries.one(ctx, pathId(id));
    if (view.origin) return view;
    const { begun, ended } = await this.parties.partnersOf(ctx, pathId(id));
    return { ...view, partners: begun.filter((one) => !ended.includes(one)) };
  }

  @Post()
  async create(
    @Ctx() ctx: Context,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const about = await this.about(ctx, body);
    const theirs = ctx.assignments.filter(({ organisationId }) => about.concerned?.includes(organisationId));
    // Who works in several organisations raises it for the one whose work it is about.
    const acting = highest(theirs, RAISERS) ? { ...ctx, assignments: theirs } : ctx;
    return createBy(this.runtime, DIFFICULTIES, { ctx: acting, request, reply, body }, 'create', {
      ...about,
      raisedBy: actingFor(acting, RAISERS),
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
    const resource = name === 'assign' ? ASSIGNING : DIFFICULTIES;
    if (name !== 'answer')
      return commandOn(this.runtime, resource, { ctx, request, reply, body }, id, name, {
        ...(await this.lookups(ctx, id, name, body)),
      });
    const acting = actingUnder(ctx, difficultyCommands.answer.roles);
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
    const handled = await this.runtime.handle(acting, answerDecider, {
      id: pathId(id),
      commandId: meta.commandId,
      name,
      command,
      body: parsed,
    });
    return answer(reply, { id: pathId(id), ...handled });
  }

  private async lookups(ctx: Context, id: string, name: string, body: unknown): Promise<Lookups> {
    if (name === 'petition') {
      requireRole(ctx, difficultyCommands.petition.roles);
      const { organisationId } = parseCommand(difficultyCommands.petition, body);
      await this.runtime.current(ctx);
      const [authority] = await this.runtime.directory.byIds(ctx, [organisationId]);
      return authority && actsOn(authority, ctx.businessDate) ? { authority } : {};
    }
    if (name !== 'passToPartner') return {};
    requireRole(ctx, difficultyCommands.passToPartner.roles);
    return { partners: await this.parties.partnersOf(ctx, pathId(id)) };
  }

  /** What it is about must be here, own or received; an example's difficulty is an example. */
  private async about(ctx: Context, body: unknown): Promise<About> {
    requireRole(ctx, difficultyCommands.create.roles);
    const { activityId, planId } = parseCommand(difficultyCommands.create, body);
    if (activityId === undefined && planId === undefined) return { example: false };
    await this.runtime.current(ctx);
    if (activityId === undefined) return this.parties.planHere(ctx, planId ?? '');
    const activity = await this.activities.one(ctx, activityId);
    if (planId !== undefined && planId !== activity.planId)
      throw new DomainError('invalid', 'difficulty.otherPlan', {}, [
        { pointer: '/planId', code: 'difficulty.otherPlan' },
      ]);
    const { example, planId: of, concerned, origin } = activity;
    return { example, planId: of, ...(origin ? {} : { concerned }) };
  }
}
