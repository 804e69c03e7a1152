import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { participationCommands, type CommandAnswer } from '@lien-ket/contracts';
import { DomainError, reactionId, type Context } from '@lien-ket/kernel';
import { actingFor } from '@lien-ket/access';
import { Runtime, commandOn, createBy, evidenceLiesHere } from '@lien-ket/runtime';
import { Ctx, listOf, parseCommand, pathId, positionAfter, requireRole } from '@lien-ket/service';
import { ActivityQueries } from '../activity/activity.queries.js';
import { participationDecider, type ParticipationLookups } from './participation.decider.js';
import { ParticipationQueries } from './participation.queries.js';

const PARTICIPATIONS = {
  commands: participationCommands,
  decider: participationDecider,
  refuse: evidenceLiesHere,
};

@Controller('api/v1/participations')
export class ParticipationController {
  private readonly queries: ParticipationQueries;
  private readonly activities: ActivityQueries;

  constructor(private readonly runtime: Runtime) {
    this.queries = new ParticipationQueries(runtime);
    this.activities = new ActivityQueries(runtime);
  }

  @Get()
  async list(@Ctx() ctx: Context, @Query() query: unknown, @Req() request: FastifyRequest): Promise<unknown> {
    await this.runtime.waitFor(ctx, positionAfter(request));
    const { filter, page } = listOf('participations', query);
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
    requireRole(ctx, participationCommands.create.roles);
    const { activityId } = parseCommand(participationCommands.create, body);
    const { activity, mayLead } = await this.shared(ctx, activityId);
    // One participation per activity and tenant, known by the owner's id: joining twice finds the first.
    const owner = activity?.activity.tenant ?? ctx.tenantId;
    const id = reactionId(owner, `${activityId}/${ctx.tenantId}`, 'participation');
    const call = { ctx, request, reply, body };
    return createBy(this.runtime, PARTICIPATIONS, call, 'create', { activity, mayLead }, id);
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
    return commandOn(this.runtime, PARTICIPATIONS, { ctx, request, reply, body }, id, name);
  }

  /** The activity as its owner shared it; nothing of one of our own. @throws DomainError notFound */
  private async shared(ctx: Context, activityId: string): Promise<ParticipationLookups> {
    const { origin, title, example, mayLead } = await this.activities.one(ctx, activityId);
    if (!origin) return {};
    const organisation = await this.runtime.directory.organisation(
      ctx,
      actingFor(ctx, participationCommands.create.roles),
    );
    const activity = {
      activity: { tenant: origin.tenant, activityId },
      title,
      organisation: { printed: organisation.name, organisationId: organisation.id },
      example,
    };
    return { activity, mayLead };
  }
}
