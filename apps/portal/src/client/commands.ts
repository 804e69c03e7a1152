import type { components, operations } from './openapi.generated.js';
import { OPERATIONS } from './operations.generated.js';

/** Every operation of the interface, as the OpenAPI document names it. */
export type Operation = keyof typeof OPERATIONS;
type ResourceOf<O> = O extends `${infer R}.${string}` ? R : never;
type NameOf<O, R extends string> = O extends `${R}.${infer C}` ? C : never;
type Posted = { [O in Operation]: (typeof OPERATIONS)[O]['method'] extends 'post' ? O : never }[Operation];

export type CommandAnswer = components['schemas']['CommandAnswer'];
export type Resource = ResourceOf<Posted>;
export type CommandName<R extends Resource> = NameOf<Posted, R>;
/** What a command takes, as the OpenAPI document describes it. */
export type Body<R extends Resource, C extends CommandName<R>> = `${R}.${C}` extends keyof operations
  ? operations[`${R}.${C}`] extends { requestBody: { content: { 'application/json': infer B } } }
    ? B
    : Record<string, never>
  : never;

interface Contract {
  readonly roles: readonly string[];
  readonly path: string;
  readonly summary: { readonly vi: string; readonly en: string };
}

/** Who may send it and what it is called: the portal offers nothing that the interface does not allow. */
export function contractOf(operation: Operation): Contract {
  const { roles, path, vi, en } = OPERATIONS[operation];
  return { roles, path, summary: { vi, en } };
}

export function contractOfCommand<R extends Resource>(resource: R, command: CommandName<R>): Contract {
  return contractOf(`${resource}.${command}` as Operation);
}
