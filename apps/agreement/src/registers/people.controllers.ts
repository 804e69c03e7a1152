import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  organisationCommands,
  staffCommands,
  type CommandAnswer,
  type OrganisationView,
} from '@lien-ket/contracts';
import { NO_STREAM } from '@lien-ket/event-store';
import { DomainError, answersTo, streamOf, uuidFrom, type Context, type Uuid } from '@lien-ket/kernel';
import { senderOf, type OrganisationRow } from '@lien-ket/access';
import { Runtime, commandOn, createBy } from '@lien-ket/runtime';
import {
  Ctx,
  actingUnder,
  answer,
  commandMeta,
  listOf,
  parseCommand,
  pathId,
  positionAfter,
  type CommandMeta,
} from '@lien-ket/service';
import { organisationDecider } from './organisation.decider.js';
import { staffDecider } from './register.deciders.js';
import { RegisterQueries } from './register.queries.js';

const ORGANISATIONS = { commands: organisationCommands, decider: organisationDecider };
const STAFF = { commands: staffCommands, decider: staffDecider };

@Controller('api/v1/organisations')
export class OrganisationController {
  constructor(private readonly runtime: Runtime) {}

  @Get()
  async list(@Ctx() ctx: Context, @Query() query: unknown, @Req() request: FastifyRequest): Promise<unknown> {
    await this.runtime.waitFor(ctx, positionAfter(request));
    const { q, kind } = listOf('organisations', query).filter;
    const matches = (row: OrganisationRow): boolean =>
      (!kind || row.kind === kind) && answersTo([row.name, ...row.aliases], q ?? '');
    const rows = (await this.runtime.directory.organisations(ctx)).filter(matches);
    const items = rows.sort((a, b) => a.name.localeCompare(b.name, 'vi')).map(view);
    return { items, next: null, total: items.length };
  }

  @Get(':id')
  async one(
    @Ctx() ctx: Context,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
  ): Promise<OrganisationView> {
    await this.runtime.waitFor(ctx, positionAfter(request));
    return view(await this.runtime.directory.organisation(ctx, pathId(id)));
  }

  @Post()
  create(
    @Ctx() ctx: Context,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    return createBy(this.runtime, ORGANISATIONS, { ctx, request, reply, body }, 'create');
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
    if (name === 'create') throw new DomainError('notFound', 'notFound');
    const call = { ctx, request, reply, body };
    return commandOn(this.runtime, ORGANISATIONS, call, id, name, { self: pathId(id) });
  }
}

@Controller('api/v1/staff')
export class StaffController {
  private readonly queries: RegisterQueries;

  constructor(private readonly runtime: Runtime) {
    this.queries = new RegisterQueries(runtime);
  }

  @Get()
  async list(@Ctx() ctx: Context, @Query() query: unknown, @Req() request: FastifyRequest): Promise<unknown> {
    await this.runtime.waitFor(ctx, positionAfter(request));
    listOf('staff', query);
    const revisions = await this.queries.revisions(ctx, 'staff');
    const rows = await this.runtime.directory.assignments(ctx);
    const items = rows.map((row) => ({ ...row, revision: revisions.get(row.account) }));
    return { items, next: null, total: items.length };
  }

  @Post(':id/assign')
  async assign(
    @Ctx() ctx: Context,
    @Param('id') id: string,
    @Body() raw: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const acting = actingUnder(ctx, staffCommands.assign.roles);
    const body = parseCommand(staffCommands.assign, raw);
    await this.mustExist(ctx, body.organisationId);
    const account = pathId(id);
    const meta = await this.metaOf(ctx, request, account);
    const command = {
      type: 'assign' as const,
      ...body,
      newId: uuidFrom('assignment', ctx.tenantId, meta.commandId),
      by: senderOf(ctx),
      on: ctx.businessDate,
    };
    const handled = await this.runtime.handle(acting, staffDecider, {
      id: account,
      ...meta,
      name: 'assign',
      command,
      body,
    });
    return answer(reply, { id: account, ...handled });
  }

  /** An account's first assignment begins its stream: only then is there no revision that the sender could have seen. */
  private async metaOf(ctx: Context, request: FastifyRequest, account: Uuid): Promise<CommandMeta> {
    const meta = commandMeta(request, 'optional');
    if (meta.expectedRevision !== undefined) return meta;
    const history = await this.runtime.store.read(ctx, streamOf('staff', account));
    const isRepeated = history.some(({ header }) => header.command.id === meta.commandId);
    if (history.length > 0 && !isRepeated) throw new DomainError('preconditionRequired', 'ifMatch.missing');
    return { ...meta, expectedRevision: NO_STREAM };
  }

  /** One that was registered a moment ago may not stand in the directory yet. */
  private async mustExist(ctx: Context, organisationId: string): Promise<void> {
    if ((await this.runtime.directory.byIds(ctx, [organisationId])).length > 0) return;
    await this.runtime.current(ctx);
    await this.runtime.directory.organisation(ctx, organisationId);
  }

  @Post(':id/endAssignment')
  end(
    @Ctx() ctx: Context,
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    return commandOn(this.runtime, STAFF, { ctx, request, reply, body }, id, 'endAssignment');
  }
}

function view(row: OrganisationRow): OrganisationView {
  const { id, revision, name, kind, aliases, parentId, outside, endedOn, successor, members } = row;
  return { id, revision, name, kind, aliases, parentId, outside, endedOn, successor, members };
}
