import type { CommandContract } from '@lien-ket/contracts';
import {
  DomainError,
  highest,
  makeActingContext,
  type Assignment,
  type Context,
  type Decider,
  type NewEvent,
  type Role,
  type Uuid,
} from '@lien-ket/kernel';
import { foldEvents } from '@lien-ket/event-store';
import { senderOf, type Sender } from '@lien-ket/access';
import { actingUnder, answer, commandMeta, newIdOf, parseCommand, pathId } from '@lien-ket/service';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CommandAnswer } from '@lien-ket/contracts';
import type { Runtime } from './runtime.js';

/** A command on its way from HTTP to a decider: its name and body, who sends it, and on which business day. */
export type Sent<C> = C & { readonly by: Sender; readonly on: string };

/** The HTTP side of one call, as the controller has it. */
export interface Call {
  readonly ctx: Context;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly body: unknown;
}

/** How a resource's commands reach its decider. */
export interface Resource<S, C extends { readonly type: string }, E extends NewEvent> {
  readonly commands: Readonly<Record<string, CommandContract>>;
  readonly decider: Decider<S, Sent<C>, E>;
  /** What only rows can say of a body: asked once the sender has the right, and the thing is there. @throws DomainError */
  readonly refuse?: (runtime: Runtime, ctx: Context, body: unknown) => Promise<void>;
}

/**
 * `POST /<resource>`: makes the aggregate. Its id is the body's, or else the command's own id; `natural` where the thing
 * itself says it (one participation per activity).
 */
export async function createBy<S, C extends { readonly type: string }, E extends NewEvent>(
  runtime: Runtime,
  resource: Resource<S, C, E>,
  call: Call,
  name: string,
  extra: Readonly<Record<string, unknown>> = {},
  natural?: Uuid,
): Promise<CommandAnswer> {
  const contract = contractNamed(resource.commands, name);
  const ctx = actingUnder(call.ctx, contract.roles);
  const meta = commandMeta(call.request, 'none');
  const { id: given, ...body } = parseCommand(contract, call.body) as { id?: Uuid } & Record<string, unknown>;
  const id = natural ?? newIdOf(ctx, meta, given);
  const command = {
    type: name,
    ...body,
    ...extra,
    by: senderOf(ctx),
    on: ctx.businessDate,
  } as unknown as Sent<C>;
  const acting = underRight(ctx, contract.roles, resource.decider, command, resource.decider.initialState());
  const handled = await runtime.handle(acting, resource.decider, {
    id,
    commandId: meta.commandId,
    name,
    command,
    body,
  });
  return answer(call.reply, { id, ...handled }, 'created');
}

/** `POST /<resource>/{id}/<name>`: a command on an existing aggregate, at the revision that its sender saw. */
export async function commandOn<S, C extends { readonly type: string }, E extends NewEvent>(
  runtime: Runtime,
  resource: Resource<S, C, E>,
  call: Call,
  givenId: string,
  name: string,
  extra: Readonly<Record<string, unknown>> = {},
): Promise<CommandAnswer> {
  const contract = contractNamed(resource.commands, name);
  const ctx = actingUnder(call.ctx, contract.roles);
  const id = pathId(givenId);
  const body = parseCommand(contract, call.body) as Record<string, unknown>;
  const history = await runtime.history(ctx, resource.decider.aggregate, id);
  await resource.refuse?.(runtime, ctx, body);
  const meta = commandMeta(call.request);
  const command = {
    type: name,
    ...body,
    ...extra,
    by: senderOf(ctx),
    on: ctx.businessDate,
  } as unknown as Sent<C>;
  const envelope = { id, ...meta, name, command, body };
  const state = foldEvents(resource.decider, history);
  const acting = underRight(ctx, contract.roles, resource.decider, command, state);
  const handled = await runtime.handle(acting, resource.decider, envelope);
  return answer(call.reply, { id, ...handled });
}

/**
 * Of several rights the act rests on the highest that would do by itself: the head of one organisation who is an officer
 * of another acts as that in the other's matters. Where none would do alone, on the highest that may send it at all.
 */
function underRight<S, C extends { readonly type: string }, E extends NewEvent>(
  ctx: Context,
  roles: readonly Role[],
  decider: Decider<S, Sent<C>, E>,
  command: Sent<C>,
  state: S,
): Context {
  const held = ctx.assignments.filter(({ role }) => roles.includes(role));
  if (held.length < 2) return ctx;
  const suffices = (right: Assignment): boolean => {
    const by = { ...command.by, roles: [right] };
    return !isForbidden(() => decider.decide({ ...command, by }, state));
  };
  const right = highest(held.filter(suffices));
  return right ? makeActingContext(ctx, right) : ctx;
}

function isForbidden(decide: () => unknown): boolean {
  try {
    decide();
    return false;
  } catch (error) {
    if (error instanceof DomainError) return error.kind === 'forbidden';
    throw error;
  }
}

function contractNamed(commands: Readonly<Record<string, CommandContract>>, name: string): CommandContract {
  const contract = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!contract) throw new DomainError('notFound', 'notFound');
  return contract;
}
