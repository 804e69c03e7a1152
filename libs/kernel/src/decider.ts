import type { NewEvent } from './events.js';

/** A recorded event as `evolve` sees it: contract type, data, its clocks and its place in the stream. */
export interface Evolving<T extends string = string, D = unknown> extends NewEvent<T, D> {
  readonly id: string;
  readonly revision: number;
  readonly businessDate: string;
  readonly recordedAt: string;
}

/**
 * The pure heart of an aggregate: no clock, no I/O, no randomness. Ids, dates and look-ups come in with the command.
 * `decide` throws `DomainError` for what should not have been asked; what somebody must see later is an event.
 */
export interface Decider<State, Command, Event extends NewEvent> {
  /** Stream category, registered once in the contracts. */
  readonly aggregate: string;
  initialState(): State;
  decide(command: Command, state: State): readonly Event[];
  evolve(state: State, event: Evolving<Event['type'], Event['data']> & Event): State;
}

/** Makes a forgotten member of a union a compile error, and a corrupted value at run time a clear one. */
export function unreachable(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}
