import type { DocumentRef, documentData } from '@lien-ket/contracts';
import { DomainError, isoDate, refuseDayToCome, type PartialDate } from '@lien-ket/kernel';
import { actsAt, type PlanFold } from '@lien-ket/plan-acts';
import type { z } from 'zod';
import { plain } from './numbers.js';

/** A document of the register that an act names. */
export interface Registered extends Pick<z.infer<typeof documentData>, 'kind' | 'symbol'> {
  /** The kind of its issuer, where that is an organisation of the own authority. */
  readonly issuer?: string;
}

/** By a paper there is already, whatever day it puts it in force. */
export function mustBeWritten(document: DocumentRef | undefined, today: string): void {
  refuseDayToCome(document?.date, today, { code: 'plan.dayToCome', pointer: '/document/date' });
}

/** The number and date come after the signature (Decree 30/2020, Art. 15): no document is older than it. */
export function mustBeSigned({ events }: PlanFold, { year, month = 12, day = 31 }: PartialDate): void {
  const signed = events.findLast(({ type }) => type === 'lk.agreement.plan.signed.v1')?.businessDate;
  if (signed === undefined || isoDate(year, month, day) >= signed) return;
  const fault = { pointer: '/date', code: 'plan.beforeSigned', params: { day: signed } };
  throw new DomainError('invalid', 'plan.beforeSigned', { day: signed }, [fault]);
}

/** Kinds of documents by the letters before the issuer in a symbol: Decree 30/2020, Appendix III; of the Party also KL. */
const KINDS: readonly string[] =
  'NQ QĐ CT QC QYĐ TC TB HD CTR KH PA ĐA DA BC BB TTR HĐ CĐ BGN BTT GUQ GM GGT GNP PG PC PB KL'.split(' ');
/** Of equivalent form to any plan; a resolution is how a council speaks, which stands above a committee. */
const EQUIVALENT: readonly string[] = ['KH', 'QĐ', 'NQ'];
const EQUIVALENT_KINDS: readonly Registered['kind'][] = ['plan', 'decision', 'resolution', 'other'];
/** Who stands above a department or a province's committee, as symbols print them. */
const ABOVE: readonly string[] = ['UBND', 'HĐND', 'TTG', 'CP', 'CTN', 'UBTVQH', 'QH', 'TU'];
/** Organisations of a province that issue for all of it. */
const ISSUING: readonly string[] = ['committee', 'council', 'party'];

interface Given {
  /** The document that is named by its id, as the register has it; undefined where it has none. */
  readonly registered?: Registered | undefined;
  /** Entered from paper, whose file may lack a symbol. */
  readonly onPaper?: boolean;
  /** Thu hồi is announced by a notice as well (Art. 18.4). */
  readonly recall?: boolean;
}

/**
 * EQUIVALENT_FORM. What changes an issued plan, takes it back or ends it is a document of the plan's issuer, or of one
 * above, in an equivalent form; an official letter rectifies, and no more. Decree 30/2020/NĐ-CP, Art. 18.3 and 18.4. What
 * the file does not say is not held against it.
 */
export function mustBeEquivalent(document: DocumentRef, plan: PlanFold, given: Given): void {
  const { registered, recall } = given;
  mustBeNamed(document, given);
  const said = symbolOf(document);
  const pointer = said === undefined && registered ? '/document/documentId' : '/document/symbol';
  const [ofPlan, of] = [partsOf(issueSymbol(plan)), partsOf(said ?? registered?.symbol)];
  if (registered?.kind === 'officialLetter') refuse('/document/documentId', 'plan.notByLetter');
  if (of.form !== undefined && !KINDS.includes(of.form)) refuse(pointer, 'plan.notByLetter');
  const forms = [...EQUIVALENT, ofPlan.form, ...(recall ? ['TB'] : [])];
  const equivalent = of.form
    ? forms.includes(of.form)
    : registered === undefined || EQUIVALENT_KINDS.includes(registered.kind);
  if (!equivalent) refuse(pointer, 'plan.otherForm');
  if (of.issuer && ofPlan.issuer && ![ofPlan.issuer, ...ABOVE].includes(of.issuer))
    refuse(pointer, 'plan.otherIssuer');
  if (registered?.issuer && ofPlan.issuer === 'UBND' && !ISSUING.includes(registered.issuer))
    refuse('/document/documentId', 'plan.otherIssuer');
}

function mustBeNamed(document: DocumentRef, { registered, onPaper }: Given): void {
  if (document.documentId) {
    if (!registered) refuse('/document/documentId', 'plan.documentUnknown');
    return;
  }
  if (!document.number) refuse('/document/number', 'plan.documentNeeded');
  if (!onPaper && symbolOf(document) === undefined) refuse('/document/symbol', 'plan.documentNeeded');
}

/** Some are entered with their symbol behind the number: "909/KH-UBND". */
function symbolOf({ number = '', symbol }: DocumentRef): string | undefined {
  return symbol ?? (number.split('/').slice(1).join('/') || undefined);
}

/** "KH" and "UBND" of KH-UBND, 2024/KH-UBND or KH/UBND; an official letter begins with its issuer. */
function partsOf(symbol: string | undefined): { readonly form?: string; readonly issuer?: string } {
  const [form, issuer] = plain(symbol ?? '')
    .split(/[-./]/)
    .filter((part) => part !== '' && !/^\d+$/.test(part));
  return { ...(form ? { form } : {}), ...(issuer ? { issuer } : {}) };
}

function issueSymbol({ events }: PlanFold): string | undefined {
  const issued = actsAt(events).find(({ type }) => type === 'lk.agreement.plan.issued.v1');
  return issued?.type === 'lk.agreement.plan.issued.v1' ? issued.data.symbol : undefined;
}

function refuse(pointer: string, code: string): never {
  throw new DomainError('invalid', code, {}, [{ pointer, code }]);
}
