import type { IsoDate } from '@lien-ket/kernel';

export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** What the documents say of a day and could not be entered on it: people had changed what it rests on. */
export interface PassedOver {
  readonly day: IsoDate;
  readonly account: string;
  readonly path: string;
  /** The refusal, as people read it. */
  readonly why: string;
}

/** Of what was passed over. */
export const MOST_TOLD = 20;

/** What the platform refuses by its rules; that it can't answer is another fault. */
export class Refused extends Error {
  constructor(
    said: string,
    readonly why: string,
  ) {
    super(said);
  }
}

export function refusal(what: string, { status, body }: Answer): Error {
  const said = `${what}: ${status} ${body.slice(0, 600)}`;
  if (status >= 500) return new Error(said);
  const { detail, title } = JSON.parse(body) as { detail?: string; title?: string };
  return new Refused(said, detail ?? title ?? said);
}
