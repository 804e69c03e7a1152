import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { documentCommands, type CommandAnswer, type DocumentEvent } from '@lien-ket/contracts';
import type { Context, NewEvent } from '@lien-ket/kernel';
import { Runtime, commandOn, createBy, type Resource } from '@lien-ket/runtime';
import {
  Ctx,
  actingUnder,
  commandMeta,
  listOf,
  newIdOf,
  parseCommand,
  pathId,
  positionAfter,
} from '@lien-ket/service';
import { DocumentNumbers, borneBy, registerOf } from './document-numbers.js';
import { documentDecider, type DocumentCommand, type DocumentFold } from './document.decider.js';
import { RegisterQueries } from './register.queries.js';

/** A register whose entries are made once and read: list, one, create. */
export abstract class RegisterController<S, C extends { readonly type: string }, E extends NewEvent> {
  protected abstract readonly resource: Resource<S, C, E>;
  protected readonly queries: RegisterQueries;

  constructor(protected readonly runtime: Runtime) {
    this.queries = new RegisterQueries(runtime);
  }

  @Get()
  async list(@Ctx() ctx: Context, @Query() query: unknown, @Req() request: FastifyRequest): Promise<unknown> {
    await this.runtime.waitFor(ctx, positionAfter(request));
    const { filter, page } = listOf('documents', query);
    return this.queries.list(ctx, this.resource.decider.aggregate, filter.q, page);
  }

  @Get(':id')
  async one(@Ctx() ctx: Context, @Param('id') id: string, @Req() request: FastifyRequest): Promise<unknown> {
    await this.runtime.waitFor(ctx, positionAfter(request));
    return this.queries.one(ctx, this.resource.decider.aggregate, pathId(id));
  }

  @Post()
  create(
    @Ctx() ctx: Context,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    return createBy(this.runtime, this.resource, { ctx, request, reply, body }, 'create');
  }
}

@Controller('api/v1/documents')
export class DocumentController extends RegisterController<DocumentFold, DocumentCommand, DocumentEvent> {
  protected readonly resource = { commands: documentCommands, decider: documentDecider };
  private readonly numbers: DocumentNumbers;

  constructor(runtime: Runtime) {
    super(runtime);
    this.numbers = new DocumentNumbers(runtime, this.queries);
  }

  @Post()
  override create(
    @Ctx() ctx: Context,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const acting = actingUnder(ctx, documentCommands.create.roles);
    const parsed = parseCommand(documentCommands.create, body);
    const id = newIdOf(ctx, commandMeta(request, 'none'), parsed.id);
    const borne = borneBy(parsed, acting.actor.organisationId ?? '');
    return this.numbers.holding(acting, id, borne, () =>
      createBy(this.runtime, this.resource, { ctx, request, reply, body }, 'create', {}, id),
    );
  }

  @Post(':id/correctEntry')
  async correctEntry(
    @Ctx() ctx: Context,
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const acting = actingUnder(ctx, documentCommands.correctEntry.roles);
    const { content } = parseCommand(documentCommands.correctEntry, body);
    const history = await this.runtime.history(ctx, 'document', pathId(id));
    const [recorded] = history;
    const enteredBy = recorded && registerOf(recorded);
    return this.numbers.correcting(acting, { history, content }, () =>
      commandOn(this.runtime, this.resource, { ctx, request, reply, body }, id, 'correctEntry', {
        ...(enteredBy ? { enteredBy } : {}),
      }),
    );
  }
}
