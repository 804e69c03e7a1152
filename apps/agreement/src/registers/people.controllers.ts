import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  organisationCommands,
  staffCommands,
  type CommandAnswer,
  type EntryCorrection,
  type OrganisationView,
} from '@lien-ket/contracts';
import { NO_STREAM, foldEvents } from '@lien-ket/event-store';
import {
  DomainError,
  answersTo,
  streamOf,
  upwards,
  uuidFrom,
  type Context,
  type Fault,
  type Uuid,
} from '@lien-ket/kernel';
import { senderOf, type OrganisationRow } from '@lien-ket/access';
import { Runtime, commandOn, createBy } from '@lien-ket/runtime';
import {
  Ctx,
  actingUnder,
  answer,
  commandMeta,
  listOf,
  newIdOf,
  parseCommand,
  pathId,
  positionAfter,
  type CommandMeta,
} from '@lien-ket/service';
import { OrganisationNames } from './organisation-names.js';
import { organisationDecider, type OrganisationFold } from './organisation.decider.js';
import { staffDecider } from './register.deciders.js';
import { RegisterQueries } from './register.queries.js';

const ORGANISATIONS = { commands: organisationCommands, decider: organisationDecider };
const STAFF = { commands: staffCommands, decider: staffDecider };

@Controller('api/v1/organisations')
export class OrganisationController {
  private readonly queries: RegisterQueries;
  private readonly names: OrganisationNames;

  constructor(private readonly runtime: Runtime) {
    this.queries = new RegisterQueries(runtime);
    this.names = new OrganisationNames(runtime);
  }

  @Get()
  async list(@Ctx() ctx: Context, @Query() query: unknown, @Req() request: FastifyRequest): Promise<unknown> {
    await this.runtime.waitFor(ctx, positionAfter(request));
    const { q, kind } = listOf('organisations', query).filter;
    const matches = (row: OrganisationRow): boolean =>
      (!kind || row.kind === kind) && answersTo([row.name, ...row.aliases], q ?? '');
    const rows = (await this.runtime.directory.organisations(ctx)).filter(matches);
    const corrections = await this.queries.corrections(ctx, 'organisation');
    const items = rows
      .sort((a, b) => a.name.localeCompare(b.name, 'vi'))
      .map((row) => view(row, corrections.get(row.id)));
    return { items, next: null, total: items.length };
  }

  @Get(':id')
  async one(
    @Ctx() ctx: Context,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
  ): Promise<OrganisationView> {
    await this.runtime.waitFor(ctx, positionAfter(request));
    const row = await this.runtime.directory.organisation(ctx, pathId(id));
    return view(row, (await this.queries.corrections(ctx, 'organisation')).get(row.id));
  }

  @Post()
  async create(
    @Ctx() ctx: Context,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const acting = actingUnder(ctx, organisationCommands.create.roles);
    const parsed = parseCommand(organisationCommands.create, body);
    const id = newIdOf(ctx, commandMeta(request, 'none'), parsed.id);
    const misplaced = await this.misplaced(ctx, id, parsed, '/parentId');
    return this.names.following(acting, id, { after: { name: parsed.name, endedOn: null } }, () =>
      createBy(this.runtime, ORGANISATIONS, { ctx, request, reply, body }, 'create', { misplaced }, id),
    );
  }

  /** Nothing is under itself, directly or by what stands above it. */
  private async misplaced(
    ctx: Context,
    id: string,
    { parentId }: { readonly parentId?: string | undefined },
    pointer: string,
  ): Promise<readonly Fault[]> {
    if (parentId === undefined) return [];
    await this.runtime.current(ctx);
    const all = await this.runtime.directory.organisations(ctx);
    const above = upwards(parentId, (one) => all.find((row) => row.id === one)?.parentId ?? undefined);
    return above.includes(id) ? [{ pointer, code: 'organisation.underItself' }] : [];
  }

  @Post(':id/:command')
  async command(
    @Ctx() ctx: Context,
    @Param('id') given: string,
    @Param('command') name: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    if (name === 'create') throw new DomainError('notFound', 'notFound');
    const id = pathId(given);
    const call = { ctx, request, reply, body };
    const calling = CALLING.find((one) => one === name);
    if (!calling) return commandOn(this.runtime, ORGANISATIONS, call, id, name);
    const acting = actingUnder(ctx, organisationCommands[calling].roles);
    const said = saidBy(calling, body);
    const around = calling === 'correctEntry' ? await this.around(ctx, id, body) : { self: id };
    const send = () => commandOn(this.runtime, ORGANISATIONS, call, id, name, { ...around });
    const history = await this.runtime.history(ctx, 'organisation', id);
    const before = foldEvents(organisationDecider, history);
    return this.names.following(acting, id, { before, after: { ...before, ...said } }, send);
  }

  private async around(
    ctx: Context,
    id: string,
    body: unknown,
  ): Promise<{ readonly misplaced: readonly Fault[] }> {
    const { content } = parseCommand(organisationCommands.correctEntry, body);
    return { misplaced: await this.misplaced(ctx, id, content, '/content/parentId') };
  }
}

/** Commands after which an organisation is called or acts otherwise. */
const CALLING = ['end', 'correctEntry', 'correctEnd'] as const;

function saidBy(command: (typeof CALLING)[number], body: unknown): Partial<OrganisationFold> {
  switch (command) {
    case 'end':
      return { endedOn: parseCommand(organisationCommands.end, body).endedOn };
    case 'correctEntry':
      return { name: parseCommand(organisationCommands.correctEntry, body).content.name };
    case 'correctEnd':
      return { endedOn: parseCommand(organisationCommands.correctEnd, body).ended?.endedOn ?? null };
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

function view(row: OrganisationRow, corrections: readonly EntryCorrection[] = []): OrganisationView {
  const { id, revision, name, kind, aliases, parentId, outside, endedOn, successor, members } = row;
  return { id, revision, name, kind, aliases, parentId, outside, endedOn, successor, members, corrections };
}
