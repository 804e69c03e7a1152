import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { activityCommands, type CommandAnswer } from '@lien-ket/contracts';
import { DomainError, type Context } from '@lien-ket/kernel';
import { Runtime, commandOn } from '@lien-ket/runtime';
import { Ctx, pageOf, pageParams, parseQuery, pathId, positionAfter } from '@lien-ket/service';
import { DifficultyQueries } from '../difficulty/difficulty.queries.js';
import { activityDecider } from './activity.decider.js';
import { ActivityQueries } from './activity.queries.js';

const ACTIVITIES = { commands: activityCommands, decider: activityDecider };
const listQuery = pageParams.extend({
  planId: z.uuid().optional(),
  q: z.string().max(200).optional(),
  state: z.string().max(40).optional(),
  lead: z.enum(['mine']).optional(),
  origin: z.enum(['own', 'received']).optional(),
});

@Controller('api/v1/activities')
export class ActivityController {
  private readonly queries: ActivityQueries;
  private readonly difficulties: DifficultyQueries;

  constructor(private readonly runtime: Runtime) {
    this.queries = new ActivityQueries(runtime);
    this.difficulties = new DifficultyQueries(runtime);
  }

  @Get()
  async list(@Ctx() ctx: Context, @Query() query: unknown, @Req() request: FastifyRequest): Promise<unknown> {
    await this.runtime.waitFor(ctx, positionAfter(request));
    return this.queries.list(ctx, parseQuery(listQuery, query), pageOf(query));
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
    return this.difficulties.list(ctx, { activityId: pathId(id) }, pageOf(query));
  }

  @Get(':id/progress')
  async progress(
    @Ctx() ctx: Context,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
  ): Promise<unknown> {
    await this.runtime.waitFor(ctx, positionAfter(request));
    const { progress } = await this.queries.one(ctx, pathId(id));
    return { items: progress, next: null, total: progress.length };
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
    await this.evidenceExists(ctx, body);
    return commandOn(this.runtime, ACTIVITIES, { ctx, request, reply, body }, id, name);
  }

  /** Evidence is a file that lies here: a foreign or missing one is refused before anything is written. */
  private async evidenceExists(ctx: Context, body: unknown): Promise<void> {
    const { evidence } = (body ?? {}) as { evidence?: unknown };
    for (const [index, id] of (Array.isArray(evidence) ? evidence : []).entries()) {
      const found = typeof id === 'string' && (await this.runtime.store.read(ctx, `file-${id}`)).length > 0;
      const fault = { pointer: `/evidence/${index}`, code: 'file.unknown' };
      if (!found) throw new DomainError('invalid', 'file.unknown', {}, [fault]);
    }
  }
}
