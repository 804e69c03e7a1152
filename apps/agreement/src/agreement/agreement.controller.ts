import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { agreementCommands, clocks, confirmationCommands, type CommandAnswer } from '@lien-ket/contracts';
import { DomainError, type Context } from '@lien-ket/kernel';
import { senderOf } from '@lien-ket/access';
import { Runtime, commandOn, createBy, type Call } from '@lien-ket/runtime';
import {
  Ctx,
  actingUnder,
  answer,
  commandMeta,
  listOf,
  parseCommand,
  parseQuery,
  pathId,
  positionAfter,
} from '@lien-ket/service';
import { agreementDecider, type Recorder } from './agreement.decider.js';
import { lastDaysOf } from './agreement.ends.js';
import { AgreementQueries } from './agreement.queries.js';
import { unknownNames } from '../registers/named-things.js';
import { confirmationDecider, type ConfirmationCommand } from './confirmation.decider.js';

const AGREEMENTS = { commands: agreementCommands, decider: agreementDecider };

@Controller('api/v1/agreements')
export class AgreementController {
  private readonly queries: AgreementQueries;

  constructor(private readonly runtime: Runtime) {
    this.queries = new AgreementQueries(runtime);
  }

  @Get()
  async list(@Ctx() ctx: Context, @Query() query: unknown, @Req() request: FastifyRequest): Promise<unknown> {
    await this.runtime.waitFor(ctx, positionAfter(request));
    const { filter, page } = listOf('agreements', query);
    return this.queries.list(ctx, filter.q, page);
  }

  @Get(':id')
  async one(
    @Ctx() ctx: Context,
    @Param('id') id: string,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
  ): Promise<unknown> {
    await this.runtime.waitFor(ctx, positionAfter(request));
    return this.queries.one(ctx, pathId(id), parseQuery(clocks, query));
  }

  @Post()
  async create(
    @Ctx() ctx: Context,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const call: Call = { ctx, request, reply, body };
    return createBy(this.runtime, AGREEMENTS, call, 'create', { ...(await this.recorder(ctx, body, body)) });
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
    const call: Call = { ctx, request, reply, body };
    if (name === 'create') throw new DomainError('notFound', 'notFound');
    if (name === 'confirm' || name === 'refuse') return this.answerParty(call, pathId(id), name);
    const recorder =
      name === 'revise'
        ? await this.recorder(ctx, ((body ?? {}) as { content?: unknown }).content, body)
        : {};
    return commandOn(this.runtime, AGREEMENTS, call, id, name, { ...recorder });
  }

  /** Organisations are looked up where they can be a party; the body, which may be the content, is not yet checked here. */
  private async recorder(ctx: Context, content: unknown, body: unknown): Promise<Recorder> {
    const { parent } = (content ?? {}) as { parent?: unknown };
    const known = parent === undefined ? [] : await this.runtime.directory.organisations(ctx);
    const own = known.filter(({ outside }) => !outside);
    const organisations = own.flatMap(({ name, aliases }) => [name, ...aliases]);
    if (parent !== undefined) await this.runtime.current(ctx);
    const unknown = await unknownNames(this.runtime, ctx, body, 'agreement');
    return { recorder: { unknown, tenant: ctx.tenantId, organisations, lastDays: lastDaysOf(content) } };
  }

  /** In the party's own log; the stream bears the agreement's id, and the revision sent is that of the agreement. */
  private async answerParty(call: Call, id: string, name: 'confirm' | 'refuse'): Promise<CommandAnswer> {
    const contract = confirmationCommands[name];
    const acting = actingUnder(call.ctx, contract.roles);
    const body = parseCommand(contract, call.body);
    const received = await this.queries.received(call.ctx, id);
    const meta = commandMeta(call.request, 'optional');
    const command = {
      type: name,
      ...body,
      received,
      by: senderOf(call.ctx),
      on: call.ctx.businessDate,
    } as ConfirmationCommand & { by: ReturnType<typeof senderOf>; on: string };
    const handled = await this.runtime.handle(acting, confirmationDecider, {
      id,
      commandId: meta.commandId,
      name,
      command,
      body,
    });
    return answer(call.reply, { id, ...handled });
  }
}
