import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  campaignCommands,
  foreignRef,
  type CampaignView,
  type CommandAnswer,
  type Page,
} from '@lien-ket/contracts';
import type { Context } from '@lien-ket/kernel';
import { Runtime, commandOn, createBy, knownHere } from '@lien-ket/runtime';
import { Ctx, listOf, pathId, positionAfter } from '@lien-ket/service';
import { refuseUnknownOrganisations } from '../debtorlist/known-organisations.js';
import { campaignDecider } from './campaign.decider.js';
import { CampaignQueries } from './campaign.queries.js';

const CAMPAIGNS = {
  commands: campaignCommands,
  decider: campaignDecider,
  refuse: refuseUnknownOrganisations,
};

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
    const aboutKnown = await this.knowsAbout(ctx, body);
    return createBy(this.runtime, CAMPAIGNS, { ctx, request, reply, body }, 'create', { aboutKnown });
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
    const { content } = z.object({ content: z.unknown() }).safeParse(body).data ?? {};
    return {
      aboutKnown: await this.knowsAbout(ctx, content),
      answered: await this.queries.answered(ctx, id),
    };
  }

  /** The body is not yet checked here. */
  private async knowsAbout(ctx: Context, body: unknown): Promise<boolean> {
    const { success, data } = z.object({ about: foreignRef }).safeParse(body);
    if (!success || data.about.id === undefined) return true;
    const { tenant, id } = data.about;
    return knownHere(this.runtime, ctx, { tenant, id });
  }
}
