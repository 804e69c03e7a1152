import type { documentData } from '@lien-ket/contracts';
import { foldForSearch, idOf, type Context, type Recorded } from '@lien-ket/kernel';
import type { Runtime } from '@lien-ket/runtime';
import type { z } from 'zod';
import { HeldNumbers } from '../plan/held-numbers.js';
import { numberTaken, type Taking } from '../plan/number.decider.js';
import { keyOf } from '../plan/numbers.js';
import type { RegisterQueries } from './register.queries.js';

type Document = Pick<
  z.infer<typeof documentData>,
  'kind' | 'standing' | 'number' | 'symbol' | 'date' | 'issuer' | 'incoming'
>;
type Taken = Omit<Extract<Taking, { documentId: string }>, 'documentId'>;
/** A number that a document bears; under any of the keys another would be the same document. */
interface Borne {
  readonly keys: readonly [string, ...string[]];
  readonly taken: Taken;
}

/** Parts of a document and slips about it: they print the number of the document that they go with. */
const UNNUMBERED: readonly Document['kind'][] = ['appendix', 'routingSlip', 'list', 'form'];

/**
 * The number that its issuer gave a document of our own, unique with its symbol per issuer and year; and the number
 * under which it came in, unique per year in the register of the organisation whose clerk entered it. What another
 * authority issued is not ours to tell apart, and an old paper may bear no number at all.
 */
export function borneBy(document: Document, register: string): readonly Borne[] {
  return [...issued(document), ...cameIn(document, register)];
}

export const keysOf = (document: Document, register: string): string[] =>
  borneBy(document, register).flatMap(({ keys }) => keys);

/** Each kind of document is numbered by itself: without the symbol, which says the kind, two may bear one number. */
function issued({ kind, standing, number, symbol, date, issuer }: Document): Borne[] {
  if (standing !== 'own' || UNNUMBERED.includes(kind) || !number || !symbol || !date) return [];
  const key = keyOf(date.year, number, symbol);
  const named = `issuer/${foldForSearch(issuer?.printed ?? '')}/${key}`;
  const keys: Borne['keys'] = issuer?.organisationId
    ? [`issuer/${issuer.organisationId}/${key}`, named]
    : [named];
  return [{ keys, taken: { of: 'issuer', number, symbol, year: date.year } }];
}

function cameIn({ incoming }: Document, register: string): Borne[] {
  if (!incoming) return [];
  const year = Number(incoming.on.slice(0, 4));
  const keys: Borne['keys'] = [`incoming/${register}/${keyOf(year, incoming.number)}`];
  return [{ keys, taken: { of: 'incoming', number: incoming.number, symbol: '', year } }];
}

/** Whose register an entry stands in: that of the organisation for which it was entered, and whose officers correct it. */
export const registerOf = ({ header }: Pick<Recorded, 'header'>): string => header.actor.organisationId ?? '';

/** A document as it was entered and corrected, and what it is corrected to. */
interface Correcting {
  readonly history: readonly Recorded[];
  readonly content: Document;
}

/** One document of a number, whoever enters it at the same time. */
export class DocumentNumbers {
  private readonly held: HeldNumbers;

  constructor(
    runtime: Runtime,
    private readonly queries: RegisterQueries,
  ) {
    this.held = new HeldNumbers(runtime);
  }

  /** @throws DomainError conflict document.numberTaken, document.incomingNumberTaken */
  async holding<T>(
    ctx: Context,
    documentId: string,
    [first, ...rest]: readonly Borne[],
    work: () => Promise<T>,
  ): Promise<T> {
    if (!first) return work();
    const taking = { ...first.taken, documentId };
    const by = (await this.queries.bearing(ctx, first.keys)).find((id) => id !== documentId);
    if (by !== undefined) throw numberTaken(taking, { documentId: by });
    return this.held.during(ctx, first.keys[0], taking, () => this.holding(ctx, documentId, rest, work));
  }
  /** What it bore by mistake is free for others once it is corrected. @throws as `holding` */
  async correcting<T>(ctx: Context, { history, content }: Correcting, work: () => Promise<T>): Promise<T> {
    const [recorded, last] = [history[0], history.at(-1)];
    if (!recorded || !last) return work();
    const documentId = idOf(recorded.stream);
    const register = registerOf(recorded);
    const said = last.data as Document & { readonly content?: Document };
    const borne = borneBy(content, register);
    const done = await this.holding(ctx, documentId, borne, work);
    const kept = borne.map(({ keys: [key] }) => key);
    for (const { keys } of borneBy(said.content ?? said, register))
      if (!kept.includes(keys[0])) await this.held.free(ctx, keys[0], { documentId });
    return done;
  }
}
