import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { documentCommands, type CommandAnswer, type DocumentEvent } from '@lien-ket/contracts';
import type { Context, NewEvent } from '@lien-ket/kernel';
import { Runtime, commandOn, createBy, type Resource } from '@lien-ket/runtime';
import { Ctx, listOf, pathId, positionAfter } from '@lien-ket/service';
import { documentDecider, type DocumentCommand, type DocumentFold } from './document.decider.js';
import { RegisterQueries } from './register.queries.js';

/** Whose officers may correct it: of other organisations only who keeps the registers for all may. */
export async function organisationThatEntered(
  runtime: Runtime,
  ctx: Context,
  stream: string,
): Promise<string | undefined> {
  const [entry] = await runtime.store.read(ctx, stream, { to: 0 });
  return entry?.header.actor.organisationId;
}

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
  constructor(runtime: Runtime) {
    super(runtime);
  }

  @Post(':id/correctEntry')
  async correctEntry(
    @Ctx() ctx: Context,
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const call = { ctx, request, reply, body };
    const enteredBy = await organisationThatEntered(this.runtime, ctx, `document-${pathId(id)}`);
    return commandOn(this.runtime, this.resource, call, id, 'correctEntry', { enteredBy });
  }
}
