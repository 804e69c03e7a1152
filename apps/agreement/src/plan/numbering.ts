import { planCommands, type CommandContract, type DocumentRef } from '@lien-ket/contracts';
import { evolvingOf } from '@lien-ket/event-store';
import type { Context } from '@lien-ket/kernel';
import { actsAt, type RecordedPlanEvent } from '@lien-ket/plan-acts';
import type { Runtime } from '@lien-ket/runtime';
import { parseCommand, requireRole } from '@lien-ket/service';
import type { Numbered, Numbering } from './numbers.js';

const GIVING = ['issue', 'correctEntry', 'amend', 'recordAmendment', 'end'] as const;
type Giving = (typeof GIVING)[number];

interface Body extends Numbered {
  readonly corrects?: string;
  readonly amendmentId?: string;
  readonly document?: DocumentRef;
  /** Of a correction. */
  readonly clear?: readonly string[];
  readonly enteredInError?: true;
}
export interface Asked {
  readonly id: string;
  readonly name: string;
  readonly body: unknown;
  /** Of an amendment entered from paper. */
  readonly paperId: string;
}

/** The number that a command gives, and to what; a correction says only what of it changes. */
export async function numberingOf(
  runtime: Runtime,
  ctx: Context,
  { id, name, body, paperId }: Asked,
): Promise<Numbering | undefined> {
  const giving = GIVING.find((one) => one === name);
  if (!giving) return undefined;
  const contract: CommandContract = planCommands[giving];
  requireRole(ctx, contract.roles);
  const parsed = parseCommand(contract, body) as Body;
  if (giving === 'correctEntry') return corrected(runtime, ctx, id, parsed);
  return given(giving, id, parsed, paperId);
}

function given(name: Exclude<Giving, 'correctEntry'>, id: string, body: Body, paperId: string): Numbering {
  const { amendmentId = '', document = {} } = body;
  const papers: Readonly<Record<typeof name, Numbering>> = {
    issue: { bearer: { planId: id }, numbered: body },
    amend: { bearer: { planId: id, amendmentId }, numbered: document },
    recordAmendment: { bearer: { planId: id, amendmentId: paperId }, numbered: document },
    end: { bearer: { planId: id }, numbered: document, ends: true },
  };
  return papers[name];
}

async function corrected(
  runtime: Runtime,
  ctx: Context,
  id: string,
  body: Body,
): Promise<Numbering | undefined> {
  const acts = actsAt((await runtime.history(ctx, 'plan', id)).map(evolvingOf) as RecordedPlanEvent[]);
  const act = acts.find((one) => one.id === body.corrects);
  if (act?.type === 'lk.agreement.plan.amended.v1') {
    const { amendmentId, document: before } = act.data;
    const numbered = body.enteredInError ? {} : (body.document ?? before);
    return { bearer: { planId: id, amendmentId }, numbered, before };
  }
  if (act?.type === 'lk.agreement.plan.ended.v1')
    return { bearer: { planId: id }, numbered: body.document ?? {}, ends: true };
  if (act?.type !== 'lk.agreement.plan.issued.v1') return undefined;
  const { number, symbol, date, clear = [] } = body;
  const { data: before } = act;
  const kept = (field: 'number' | 'symbol' | 'date'): object =>
    clear.includes(field) ? {} : { [field]: before[field] };
  const numbered: Numbered = {
    ...kept('number'),
    ...kept('symbol'),
    ...kept('date'),
    ...(number ? { number } : {}),
    ...(symbol ? { symbol } : {}),
    ...(date ? { date } : {}),
  };
  return { bearer: { planId: id }, numbered, before };
}
