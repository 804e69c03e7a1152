import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  rosterDay,
  workingGroupCommands,
  type CommandAnswer,
  type WorkingGroupData,
  type WorkingGroupEvent,
  type WorkingGroupView,
} from '@lien-ket/contracts';
import type { Context } from '@lien-ket/kernel';
import { Runtime, commandOn, createBy } from '@lien-ket/runtime';
import { Ctx, listOf, parseCommand, parseQuery, pathId, positionAfter, requireRole } from '@lien-ket/service';
import { unknownNames } from './named-things.js';
import { mustBeKnown } from './unknown-names.js';
import { RegisterController } from './register.controllers.js';
import type { RegisterView } from './register.queries.js';
import { PartyCircles, type Belonging } from './party-circles.queries.js';
import {
  workingGroupDecider,
  type WorkingGroupCommand,
  type WorkingGroupFold,
} from './working-group.decider.js';
import { rosterOf, rosterOn, type DatedChange } from './working-group.roster.js';

@Controller('api/v1/working-groups')
export class WorkingGroupController extends RegisterController<
  WorkingGroupFold,
  WorkingGroupCommand,
  WorkingGroupEvent
> {
  protected readonly resource = { commands: workingGroupCommands, decider: workingGroupDecider };
  private readonly circles: PartyCircles;
  constructor(runtime: Runtime) {
    super(runtime);
    this.circles = new PartyCircles(runtime);
  }

  @Get()
  override async list(
    @Ctx() ctx: Context,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
  ): Promise<unknown> {
    await this.runtime.waitFor(ctx, positionAfter(request));
    const { filter, page } = listOf('working-groups', query);
    const shown = await this.queries.list(ctx, 'workinggroup', filter.q, page);
    return { ...shown, items: shown.items.map((row) => viewOn(row, ctx.businessDate)) };
  }

  @Get(':id')
  override async one(
    @Ctx() ctx: Context,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Query() query?: unknown,
  ): Promise<WorkingGroupView> {
    await this.runtime.waitFor(ctx, positionAfter(request));
    const { asOf = ctx.businessDate } = parseQuery(rosterDay, query);
    return viewOn(await this.queries.one(ctx, 'workinggroup', pathId(id)), asOf);
  }

  /** The parties of its plan or agreement get it without being named. */
  @Post()
  override async create(
    @Ctx() ctx: Context,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    requireRole(ctx, workingGroupCommands.create.roles);
    const parties = await this.partiesOf(ctx, parseCommand(workingGroupCommands.create, body));
    return createBy(this.runtime, this.resource, { ctx, request, reply, body }, 'create', { parties });
  }

  @Post(':id/placeUnder')
  async placeUnder(
    @Ctx() ctx: Context,
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    requireRole(ctx, workingGroupCommands.placeUnder.roles);
    await this.runtime.history(ctx, 'workinggroup', pathId(id));
    const parties = await this.partiesOf(ctx, parseCommand(workingGroupCommands.placeUnder, body));
    const call = { ctx, request, reply, body };
    return commandOn(this.runtime, this.resource, call, id, 'placeUnder', { parties });
  }

  /** @throws DomainError invalid where it names a plan or an agreement that is not there */
  private async partiesOf(ctx: Context, under: Belonging): Promise<readonly string[]> {
    const { underPlan, underAgreement } = under;
    if (underPlan?.id ?? underAgreement?.id) await this.runtime.current(ctx);
    mustBeKnown(await unknownNames(this.runtime, ctx, { underPlan, underAgreement }, 'workinggroup'));
    return (await this.circles.of(ctx, under)).now;
  }

  @Post(':id/changeRoster')
  changeRoster(
    @Ctx() ctx: Context,
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    return commandOn(this.runtime, this.resource, { ctx, request, reply, body }, id, 'changeRoster');
  }
}

function viewOn(row: RegisterView, asOf: string): WorkingGroupView {
  const { id, revision, originTenant, rosterChanges = [], ...data } = row;
  const group = data as unknown as WorkingGroupData;
  const changes = rosterChanges as readonly DatedChange[];
  return {
    id,
    revision,
    originTenant,
    name: group.name,
    underPlan: group.underPlan ?? null,
    underAgreement: group.underAgreement ?? null,
    teams: rosterOn(group, changes, asOf),
    sharedWith: group.sharedWith ?? [],
    asOf,
    everyone: rosterOf(group, changes).flatMap(({ members }) =>
      members.map(({ id, name }) => ({ id, name })),
    ),
    changes,
  };
}
