import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  contactCommands,
  type CommandAnswer,
  type EntryCorrection,
  type Envelope,
} from '@lien-ket/contracts';
import { DomainError, eventIdOf, type Context, type Uuid } from '@lien-ket/kernel';
import { senderOf } from '@lien-ket/access';
import { Runtime } from '@lien-ket/runtime';
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
  requireRole,
} from '@lien-ket/service';
import { Vault } from '@lien-ket/vault';
import { contactDecider } from './contact.decider.js';
import { registerOf } from './document-numbers.js';
import { RegisterQueries } from './register.queries.js';

interface ContactData {
  readonly id: string;
  readonly revision: number;
  readonly office: unknown;
  readonly corrections?: readonly EntryCorrection[];
  readonly person: { readonly name?: Envelope; readonly phone?: Envelope; readonly email?: Envelope };
  /** Fields whose key was destroyed. */
  readonly erased?: readonly string[];
}

interface Person {
  readonly name: string;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
}
interface Sealed {
  readonly name: Envelope;
  readonly phone?: Envelope;
  readonly email?: Envelope;
}

@Controller('api/v1/contacts')
export class ContactController {
  private readonly queries: RegisterQueries;

  constructor(
    private readonly runtime: Runtime,
    private readonly vault: Vault,
  ) {
    this.queries = new RegisterQueries(runtime);
  }

  /** Offices only; a person is read one by one. */
  @Get()
  async list(@Ctx() ctx: Context, @Query() query: unknown, @Req() request: FastifyRequest): Promise<unknown> {
    await this.runtime.waitFor(ctx, positionAfter(request));
    const { filter, page } = listOf('contacts', query);
    const shown = await this.queries.list(ctx, 'contact', filter.q, page);
    const items = shown.items.map(({ id, revision, office, register }) => ({
      id,
      revision,
      office,
      register,
    }));
    return { ...shown, items };
  }

  @Get(':id')
  async one(@Ctx() ctx: Context, @Param('id') id: string, @Req() request: FastifyRequest): Promise<unknown> {
    await this.runtime.waitFor(ctx, positionAfter(request));
    requireRole(ctx, contactCommands.create.roles);
    const contact = (await this.queries.one(ctx, 'contact', pathId(id))) as unknown as ContactData;
    const { id: subject, revision, office, corrections = [] } = contact;
    const { name, phone, email } = contact.person;
    const sealed = {
      subject,
      stream: `contact-${subject}`,
      cls: name?.cls ?? 'contact',
      fields: { name, phone, email },
    };
    const gone = (contact.erased ?? []).map((field) => [field, { kind: 'erased' }]);
    const person = { ...(await this.vault.read(ctx, sealed, 'contacts.get')), ...Object.fromEntries(gone) };
    return { id: subject, revision, office, person, corrections };
  }

  @Post()
  async create(
    @Ctx() ctx: Context,
    @Body() raw: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const acting = actingUnder(ctx, contactCommands.create.roles);
    const { id: given, office, ...person } = parseCommand(contactCommands.create, raw);
    const meta = commandMeta(request, 'none');
    const id = newIdOf(ctx, meta, given);
    const sealed = await this.sealed(ctx, id, meta.commandId, '/person', person);
    const sent = { by: senderOf(ctx), on: ctx.businessDate };
    const handled = await this.runtime.handle(acting, contactDecider, {
      id,
      commandId: meta.commandId,
      name: 'create',
      command: { type: 'create' as const, office, person: sealed.person, ...sent },
      body: { office, person: sealed.fingerprint },
    });
    return answer(reply, { id, ...handled }, 'created');
  }

  /** Of whose key is destroyed nothing is entered again: that would be another person's key under the same name. */
  @Post(':id/correctEntry')
  async correctEntry(
    @Ctx() ctx: Context,
    @Param('id') given: string,
    @Body() raw: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const acting = actingUnder(ctx, contactCommands.correctEntry.roles);
    const id = pathId(given);
    const { reason, office, ...person } = parseCommand(contactCommands.correctEntry, raw);
    await this.runtime.current(ctx);
    const { erased = [] } = (await this.queries.one(ctx, 'contact', id)) as unknown as ContactData;
    if (erased.length > 0) throw new DomainError('conflict', 'contact.erased');
    const meta = commandMeta(request);
    const sealed = await this.sealed(ctx, id, meta.commandId, '/content/person', person);
    const sent = { by: senderOf(ctx), on: ctx.businessDate };
    const [entry] = await this.runtime.store.read(ctx, `contact-${id}`, { to: 0 });
    const enteredBy = entry && registerOf(entry);
    const content = { office, person: sealed.person };
    const handled = await this.runtime.handle(acting, contactDecider, {
      id,
      ...meta,
      name: 'correctEntry',
      command: { type: 'correctEntry' as const, reason, content, enteredBy, ...sent },
      body: { reason, office, person: sealed.fingerprint },
    });
    return answer(reply, { id, ...handled });
  }

  /** The person is sealed before anything is decided; the event's id is known from the command's. */
  private async sealed(
    ctx: Context,
    id: Uuid,
    commandId: string,
    at: string,
    { name, phone, email }: Person,
  ): Promise<{ person: Sealed; fingerprint: string }> {
    const stream = `contact-${id}`;
    const event = eventIdOf(ctx.tenantId, stream, commandId, 0);
    const seal = (field: string, clear: string): Promise<Envelope> =>
      this.vault.seal(ctx, id, 'contact', { stream, event, path: `${at}/${field}` }, clear);
    const person = {
      name: await seal('name', name),
      ...(phone ? { phone: await seal('phone', phone) } : {}),
      ...(email ? { email: await seal('email', email) } : {}),
    };
    // Sealing is random, so that the same person twice looks like two; the fingerprint tells.
    const said = JSON.stringify([name, phone, email]);
    return { person, fingerprint: await this.vault.fingerprint(ctx, id, 'contact', said) };
  }
}
