import type { DocumentRef, PlanChange } from '@lien-ket/contracts';
import { uuidFrom } from '@lien-ket/kernel';
import { planDecider } from './plan.decider.js';
import type { Registered } from './plan.paper.js';
import {
  ADDED,
  REPORT,
  by,
  correct,
  decide,
  document as paper,
  events,
  record,
  refusal,
  startAnew,
} from './plan.acts.scene.js';
import { ITEM, content } from './plan.scene.js';

beforeEach(startAnew);

const documentId = uuidFrom('scene', 'paper');
const changes: PlanChange[] = [{ op: 'setItem', itemId: ITEM, fields: { text: 'Hội chợ' } }];
const amendment = { id: REPORT, baseRevision: 0, reason: 'x', changes, difficulties: [] };
const on = '2024-02-10';

/** What each act says of the document by which it is done. */
function said(document: DocumentRef, registered?: Registered): Readonly<Record<string, string>> {
  const by = { document, reason: 'x', effectiveOn: on, ...(registered ? { registered } : {}) };
  const shown = { ...by, supersedes: [], difficulties: [] };
  return {
    amend: refusal(() => decide('amend', { ...shown, amendmentId: REPORT, amendment })),
    recordAmendment: refusal(() => decide('recordAmendment', { ...shown, changes, paperId: ADDED })),
    recall: refusal(() => decide('recall', by)),
    end: refusal(() => decide('end', { ...by, how: 'repealed' })),
  };
}
const all = (verdict: string): Readonly<Record<string, string>> => ({
  amend: verdict,
  recordAmendment: verdict,
  recall: verdict,
  end: verdict,
});
const numbered = (symbol: string): DocumentRef => ({ number: '12', symbol });

describe('an issued plan is changed', () => {
  it.each(['KH-UBND', 'qđ - ubnd', 'QĐ–UBND-TH', '2024/QĐ-UBND', 'NQ-HĐND', 'QĐ-TTg', 'KH/TU', 'KH'])(
    'by a document of equivalent form, of its issuer or above: %s',
    (symbol) => expect(said(numbered(symbol))).toEqual(all('none')),
  );

  it.each(['CV', 'UBND-KT', 'SCT-QLTM', 'CV-UBND', 'CV/TU'])('not by an official letter: %s', (symbol) => {
    expect(said(numbered(symbol))).toEqual(all('plan.notByLetter /document/symbol'));
  });

  it.each(['BC-UBND', 'TTr-UBND', 'HD-UBND'])('not by a document of another form: %s', (symbol) => {
    expect(said(numbered(symbol))).toEqual(all('plan.otherForm /document/symbol'));
  });

  it('by a notice only to be recalled', () => {
    const other = all('plan.otherForm /document/symbol');
    expect(said(numbered('TB-UBND'))).toEqual({ ...other, recall: 'none' });
  });

  it.each(['KH-SCT', 'QĐ-SYT'])('not by who stands below its issuer: %s', (symbol) => {
    expect(said(numbered(symbol))).toEqual(all('plan.otherIssuer /document/symbol'));
  });

  it('by a document with number and symbol, of which a paper may lack the symbol', () => {
    expect(said({})).toEqual(all('plan.documentNeeded /document/number'));
    expect(said({ symbol: 'KH-UBND' })).toEqual(all('plan.documentNeeded /document/number'));
    const unmarked = all('plan.documentNeeded /document/symbol');
    expect(said({ number: '12' })).toEqual({ ...unmarked, recordAmendment: 'none' });
    expect(said({ number: '12/KH-UBND' })).toEqual(all('none'));
    expect(said({ number: '12/UBND-KT' })).toEqual(all('plan.notByLetter /document/symbol'));
  });

  it.each<[string, Registered | undefined, string]>([
    ['that is none', undefined, 'plan.documentUnknown /document/documentId'],
    ['a decision', { kind: 'decision' }, 'none'],
    ['a plan of its committee', { kind: 'plan', symbol: 'KH-UBND', issuer: 'committee' }, 'none'],
    ['a resolution of the council', { kind: 'resolution', issuer: 'council' }, 'none'],
    ['an official letter', { kind: 'officialLetter' }, 'plan.notByLetter /document/documentId'],
    ['a letter by its symbol', { kind: 'other', symbol: 'SCT-TM' }, 'plan.notByLetter /document/documentId'],
    ['a report', { kind: 'report' }, 'plan.otherForm /document/documentId'],
    [
      'a decision of a department',
      { kind: 'decision', issuer: 'department' },
      'plan.otherIssuer /document/documentId',
    ],
  ])('by a document of the register: %s', (_what, registered, verdict) => {
    expect(said({ documentId }, registered)).toEqual(all(verdict));
  });

  it('by what it is itself, and a department’s own plan by that department', () => {
    const [issued] = events;
    if (issued?.type !== 'lk.agreement.plan.issued.v1') throw new Error('no issue');
    events.length = 0;
    const data = { ...issued.data, symbol: 'CTr-SCT' };
    record({ type: issued.type, data, effectiveOn: '2024-01-04' });
    for (const symbol of ['CTr-SCT', 'QĐ-SCT', 'QĐ-UBND'])
      expect(said(numbered(symbol))).toEqual(all('none'));
    expect(said(numbered('KH-SYT'))).toEqual(all('plan.otherIssuer /document/symbol'));
  });

  it('by such a document also where its entry is corrected', () => {
    const recalled = record(...decide('recall', { document: paper, reason: 'x', effectiveOn: on }));
    const again = (document: DocumentRef): string => refusal(() => correct({ corrects: recalled, document }));
    expect(again({})).toBe('plan.documentNeeded /document/number');
    expect(again(numbered('UBND-KT'))).toBe('plan.notByLetter /document/symbol');
    expect(again(numbered('TB-UBND'))).toBe('none');
  });
});

it('an official letter rectifies', () => {
  const letter = { ...numbered('UBND-KT'), date: { year: 2024, month: 2, day: 10 } };
  expect(refusal(() => decide('rectify', { document: letter, text: 'x' }))).toBe('none');
});

it.each([
  [{ year: 2024, month: 2, day: 4 }, 'plan.beforeSigned /date'],
  [{ year: 2024, month: 1 }, 'plan.beforeSigned /date'],
  [{ year: 2024, month: 2 }, 'none'],
  [{ year: 2024, month: 2, day: 5 }, 'none'],
])('a plan signed on 05/02/2024 bears no earlier date: %j %s', (date, expected) => {
  const at = { businessDate: '2024-02-05', recordedAt: '2024-02-05T00:00:00Z' };
  const told = [
    { type: 'lk.agreement.plan.drafted.v1', data: { content, ownerId: ITEM }, id: ADDED, revision: 0 },
    { type: 'lk.agreement.plan.submitted.v1', data: {}, id: ITEM, revision: 1 },
    {
      type: 'lk.agreement.plan.signed.v1',
      data: { signer: { capacity: 'forCollective' } },
      id: REPORT,
      revision: 2,
    },
  ] as const;
  const signed = told.reduce(
    (plan, event) => planDecider.evolve(plan, { ...event, ...at }),
    planDecider.initialState(),
  );
  const issue = { type: 'issue', number: '7', symbol: 'KH-UBND', date, effectiveOn: '2024-02-05' } as const;
  const sent = { by, on: '2024-03-01' };
  expect(refusal(() => planDecider.decide({ ...issue, ...sent }, signed))).toBe(expected);
  const data = { symbol: 'KH-UBND', content, entry: 'platform' } as const;
  const act = { type: 'lk.agreement.plan.issued.v1', data, id: REPORT, revision: 3 } as const;
  const issued = planDecider.evolve(signed, { ...act, ...at });
  const typed = { corrects: REPORT, reason: 'x', changes: [], clear: [] };
  const again = { type: 'correctEntry' as const, ...typed, date };
  expect(refusal(() => planDecider.decide({ ...again, ...sent }, issued))).toBe(expected);
});
