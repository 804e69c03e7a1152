import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  debtorListCommands,
  uuid,
  type CommandAnswer,
  type DebtorListView,
  type Page,
} from '@lien-ket/contracts';
import type { Context } from '@lien-ket/kernel';
import { foldEvents } from '@lien-ket/event-store';
import { Runtime, commandOn, mustBeAble } from '@lien-ket/runtime';
import { Ctx, listOf, pathId, positionAfter } from '@lien-ket/service';
import { dutyOfPeriod, obligationIdOf } from '../provision/duties.js';
import { ObligationQueries } from '../obligation/obligation.queries.js';
import { PlanQueries } from '../provision/plan.queries.js';
import { debtorListDecider, type DebtorList } from './debtorlist.decider.js';
import { DebtorListQueries } from './debtorlist.queries.js';

const LISTS = { commands: debtorListCommands, decider: debtorListDecider };
const confirming = z.object({ debtors: z.array(uuid) });

@Controller('api/v1/debtor-lists')
export class DebtorListController {
  private readonly queries: DebtorListQueries;
  private readonly plans: PlanQueries;
  private readonly obligations: ObligationQueries;

  constructor(private readonly runtime: Runtime) {
    this.queries = new DebtorListQueries(runtime);
    this.plans = new PlanQueries(runtime);
    this.obligations = new ObligationQueries(runtime);
  }

  @Get()
  async list(
    @Ctx() ctx: Context,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
  ): Promise<Page<DebtorListView>> {
    await this.runtime.waitFor(ctx, positionAfter(request));
    const { filter, page } = listOf('debtor-lists', query);
    return this.queries.list(ctx, filter, page);
  }

  @Get(':id')
  async one(
    @Ctx() ctx: Context,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
  ): Promise<DebtorListView> {
    await this.runtime.waitFor(ctx, positionAfter(request));
    return this.queries.one(ctx, pathId(id));
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
    const { list, confirmed } = foldEvents(
      debtorListDecider,
      await this.runtime.history(ctx, 'debtorlist', pathId(id)),
    );
    const extra = await this.lookups(ctx, name, { list, confirmed });
    const resource = {
      ...LISTS,
      refuse: (_: Runtime, acting: Context, sent: unknown) => this.mustBeAble(acting, sent, confirmed ?? []),
    };
    return commandOn(this.runtime, resource, { ctx, request, reply, body }, id, name, { ...extra });
  }

  /** Who stands on the list owes already, whatever became of it since. */
  private mustBeAble(ctx: Context, body: unknown, confirmed: readonly string[]): Promise<void> {
    const named = confirming
      .parse(body)
      .debtors.map((debtor, index) => ({ id: debtor, pointer: `/debtors/${index}` }));
    return mustBeAble(
      this.runtime,
      ctx,
      named.filter((one) => !confirmed.includes(one.id)),
    );
  }

  private async lookups(
    ctx: Context,
    name: string,
    { list, confirmed }: Pick<DebtorList, 'list' | 'confirmed'>,
  ): Promise<Lookups> {
    const plan = list && (await this.plans.byId(ctx, list.planId));
    const duty = plan && dutyOfPeriod(plan, list.provisionId, list.periodKey, ctx.businessDate);
    if (!duty) return {};
    const receiverId = duty.provision.receiver?.organisationId;
    const receiving = receiverId === undefined ? {} : { receiverId };
    if (name !== 'correctEntry') return receiving;
    await this.runtime.current(ctx);
    const owed = new Map(confirmed?.map((one) => [obligationIdOf(ctx.tenantId, duty, one), one]));
    const answered = await this.obligations.answered(ctx, [...owed.keys()]);
    return { ...receiving, answered: answered.flatMap((duty) => owed.get(duty) ?? []) };
  }
}

interface Lookups {
  readonly receiverId?: string;
  readonly answered?: readonly string[];
}
