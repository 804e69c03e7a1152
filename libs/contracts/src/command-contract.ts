import type { Role } from '@lien-ket/kernel';
import { z } from 'zod';

/**
 * One command of the HTTP interface. `create` makes the aggregate (`POST /<resource>`); every other name is
 * `POST /<resource>/{id}/<name>` and needs `If-Match`.
 */
export interface CommandContract<S extends z.ZodType = z.ZodType> {
  readonly summary: { readonly vi: string; readonly en: string };
  readonly body: S;
  /** Roles that may send it at all; the aggregate's own rules narrow this to organisations. */
  readonly roles: readonly Role[];
  readonly takes: PersonalFields;
}

/** Fields of a body, by name, in which ways to a person may stand; everywhere else `text.personalData` refuses them. */
export interface PersonalFields {
  /** Fields of the register of persons, which are encrypted with the person's key. */
  readonly ofPerson?: readonly string[];
}

export function command<S extends z.ZodType>(
  vi: string,
  en: string,
  roles: readonly Role[],
  body: S,
  takes: PersonalFields = {},
): CommandContract<S> {
  return { summary: { vi, en }, roles, body, takes };
}

/** Body of a command that says nothing more. */
export const nothing = z.strictObject({});
export type BodyOf<C> = C extends CommandContract<infer S> ? z.infer<S> : never;
/** An empty body adds nothing: its own type (no field at all) would refuse the command's `type`. */
type SaidBy<C> = BodyOf<C> extends Record<string, never> ? unknown : BodyOf<C>;
/** Union of `{ type: <name> } & body` over a resource's commands: what its decider decides on. */
export type CommandOf<T> = { [K in keyof T & string]: { readonly type: K } & SaidBy<T[K]> }[keyof T & string];
