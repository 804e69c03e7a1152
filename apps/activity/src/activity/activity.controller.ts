import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { activityCommands, activityRef, type ActivityRef, type CommandAnswer } from '@lien-ket/contracts';
import { isUuid, streamOf, type Context } from '@lien-ket/kernel';
import { Runtime, commandOn, evidenceLiesHere } from '@lien-ket/runtime';
import { Ctx, listOf, pageOf, pageThrough, pathId, positionAfter, wholeParams } from '@lien-ket/service';
import { DifficultyQueries } from '../difficulty/difficulty.queries.js';
import { ParticipationQueries } from '../participation/participation.queries.js';
import { activityDecider, type ActivityLookups } from './activity.decider.js';
import { activityIdOf } from './activity.ranges.js';
import { ActivityQueries } from './activity.queries.js';

const ACTIVITIES = { commands: activityCommands, decider: activityDecider, refuse: evidenceLiesHere };

@Controller('api/v1/activities')
export class ActivityController {
  private readonly queries: ActivityQueries;
  private readonly difficulties: DifficultyQueries;
  private readonly participations: ParticipationQueries;

  constructor(private readonly runtime: Runtime) {
    this.queries = new ActivityQueries(runtime);
    this.difficulties = new DifficultyQueries(runtime);
    this.participations = new ParticipationQueries(runtime);
  }

  @Get()
  async list(@Ctx() ctx: Context, @Query() query: unknown, @Req() request: FastifyRequest): Promise<unknown> {
    await this.runtime.waitFor(ctx, positionAfter(request));
    const { filter, page } = listOf('activities', query);
    return this.queries.list(ctx, filter, page);
  }

  @Get(':id')
  async one(@Ctx() ctx: Context, @Param('id') id: string, @Req() request: FastifyRequest): Promise<unknown> {
    await this.runtime.waitFor(ctx, positionAfter(request));
    return this.queries.one(ctx, pathId(id));
  }

  @Get(':id/difficulties')
  async ofActivity(
    @Ctx() ctx: Context,
    @Param('id') id: string,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
  ): Promise<unknown> {
    await this.runtime.waitFor(ctx, positionAfter(request));
    await this.queries.one(ctx, pathId(id));
    return this.difficulties.list(ctx, { activityId: pathId(id) }, pageOf(query, '-entered', wholeParams));
  }

  @Get(':id/progress')
  async progress(
    @Ctx() ctx: Context,
    @Param('id') id: string,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
  ): Promise<unknown> {
    await this.runtime.waitFor(ctx, positionAfter(request));
    const { progress } = await this.queries.one(ctx, pathId(id));
    return pageThrough(progress, query);
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
    const lookups = await this.lookups(ctx, pathId(id), name, body);
    return commandOn(this.runtime, ACTIVITIES, { ctx, request, reply, body }, id, name, { ...lookups });
  }

  /** What the decider may not look up itself. The body is not yet checked here: only ids are taken from it. */
  private async lookups(ctx: Context, id: string, name: string, body: unknown): Promise<ActivityLookups> {
    const { itemId, participationId } = (body ?? {}) as { itemId?: unknown; participationId?: unknown };
    if (name === 'carryOver' && typeof itemId === 'string') {
      const successor = activityIdOf(ctx.tenantId, itemId.toLowerCase());
      const known =
        isUuid(successor) && (await this.runtime.store.read(ctx, streamOf('activity', successor)));
      return known && known.length > 0 ? { successorId: successor } : {};
    }
    if (name === 'takeOver' && typeof participationId === 'string') {
      await this.runtime.current(ctx);
      const participation = await this.participations.reported(ctx, pathId(participationId), id);
      return participation ? { participation } : {};
    }
    if (name !== 'linkSameAs') return {};
    const self = { tenant: ctx.tenantId, activityId: id };
    const { success, data } = z.object({ with: activityRef }).safeParse(body);
    return success ? { self, otherKnown: await this.knows(ctx, data.with) } : { self };
  }

  /** Of our own, whether our log has it; of another tenant, whether it was shared with us. */
  private async knows(ctx: Context, { tenant, activityId }: ActivityRef): Promise<boolean> {
    if (tenant !== ctx.tenantId) {
      await this.runtime.current(ctx);
      return this.queries.received(ctx, tenant, activityId);
    }
    return (await this.runtime.store.read(ctx, streamOf('activity', activityId), { to: 0 })).length > 0;
  }
}
