import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  campaignCommands,
  foreignRef,
  type CampaignView,
  type CommandAnswer,
  type ForeignRef,
  type Page,
} from '@lien-ket/contracts';
import type { Context } from '@lien-ket/kernel';
import { successorsOn } from '@lien-ket/access';
import { Runtime, commandOn, createBy, knownHere } from '@lien-ket/runtime';
import { Ctx, listOf, parseCommand, pathId, positionAfter, requireRole } from '@lien-ket/service';
import { campaignDecider } from './campaign.decider.js';
import { debtorsAreAble } from './campaign.debtors.js';
import { CampaignQueries } from './campaign.queries.js';

const CAMPAIGNS = { commands: campaignCommands, decider: campaignDecider, refuse: debtorsAreAble };

@Controller('api/v1/campaigns')
export class CampaignController {
  private readonly queries: CampaignQueries;

  constructor(private readonly runtime: Runtime) {
    this.queries = new CampaignQueries(runtime);
  }

  @Get()
  async list(
    @Ctx() ctx: Context,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
  ): Promise<Page<CampaignView>> {
    await this.runtime.waitFor(ctx, positionAfter(request));
    const { filter, page } = listOf('campaigns', query);
    return this.queries.list(ctx, filter.q, page);
  }

  @Get(':id')
  async one(
    @Ctx() ctx: Context,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
  ): Promise<CampaignView> {
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
    requireRole(ctx, campaignCommands.create.roles);
    const asked = parseCommand(campaignCommands.create, body);
    await debtorsAreAble(this.runtime, ctx, asked);
    const call = { ctx, request, reply, body };
    return createBy(this.runtime, CAMPAIGNS, call, 'create', await this.standing(ctx, asked.about));
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
    const call = { ctx, request, reply, body };
    return commandOn(
      this.runtime,
      CAMPAIGNS,
      call,
      id,
      name,
      await this.lookups(ctx, pathId(id), name, body),
    );
  }

  /** For a correction: whether what it is about is there, and whose answers are in. */
  private async lookups(
    ctx: Context,
    id: string,
    name: string,
    body: unknown,
  ): Promise<Readonly<Record<string, unknown>>> {
    if (name !== 'correctEntry') return {};
    await this.runtime.current(ctx);
    // The body is not yet checked here.
    const about = z.object({ content: z.object({ about: foreignRef }) }).safeParse(body).data?.content.about;
    return { ...(await this.standing(ctx, about)), answered: await this.queries.answered(ctx, id) };
  }

  /** What the log and the register know of what is asked. */
  private async standing(
    ctx: Context,
    about: ForeignRef | undefined,
  ): Promise<Readonly<Record<string, unknown>>> {
    const { tenant, id } = about ?? {};
    return {
      aboutKnown: id === undefined || (await knownHere(this.runtime, ctx, { tenant, id })),
      successors: successorsOn(await this.runtime.directory.organisations(ctx), ctx.businessDate),
    };
  }
}
