import type { NewEvent } from '@lien-ket/kernel';
import { uuidFrom, type Recorded } from '@lien-ket/kernel';
import { happened } from './happened.js';
import { NOTHING_HELD, tell, type Held } from './history.fold.js';

const idOf = (seq: number): string => uuidFrom('spec', 'event', String(seq));

/** What the history tells of the last of some events in one stream. */
function lastOf(stream: string, ...events: NewEvent[]): ReturnType<typeof tell>['row'] {
  let held: Held = NOTHING_HELD;
  const rows = events.map(({ type, data }, seq) => {
    const actor = { account: 'a', role: 'clerk', kind: 'person' };
    const header = { id: idOf(seq), businessDate: '2023-10-02', actor };
    const at = { tenant: 'nghe-an', seq, revision: seq, recordedAt: '2023-10-02T00:00:00.000Z' };
    const told = tell(happened({ stream, type, data, header, ...at } as unknown as Recorded), held, []);
    held = told.held;
    return told.row;
  });
  const last = rows.at(-1);
  if (!last) throw new Error('nothing was told');
  return last;
}
const changesOf = (row: ReturnType<typeof lastOf>): unknown[] =>
  row.changes
    .filter(({ field }) => field !== 'reason')
    .map(({ field, before, after }) => [field, before, after]);

describe('a typing error that was corrected', () => {
  it('of a document: each field as it was and as it is, also what was taken out', () => {
    const paper = { kind: 'officialLetter', standing: 'own', abstract: 'Công văn', addressees: [] };
    const row = lastOf(
      `document-${idOf(9)}`,
      { type: 'lk.agreement.document.recorded.v1', data: { ...paper, number: '12', symbol: 'UBND' } },
      {
        type: 'lk.agreement.document.entryCorrected.v1',
        data: { corrects: idOf(0), reason: 'gõ nhầm', content: { ...paper, number: '21' } },
      },
    );
    expect(changesOf(row)).toEqual([
      ['number', '12', '21'],
      ['symbol', 'UBND', null],
    ]);
    expect([row.grounds, row.reason, row.corrects]).toEqual(['correction', 'gõ nhầm', idOf(0)]);
  });

  it('of the progress: of the entry that it names, whichever came after it', () => {
    const definition = { leads: [], coordinators: [], contactOffices: [], partnerTenants: [] };
    const planned = { planId: idOf(7), itemId: idOf(8), order: 1, example: false, historic: false };
    const entry = { happenedOn: '2023-10-01', figures: [], links: [], evidence: [] };
    const row = lastOf(
      `activity-${idOf(9)}`,
      {
        type: 'lk.activity.activity.planned.v1',
        data: { ...planned, definition: { title: 'Hội chợ', ...definition, awaitsTrigger: false } },
      },
      { type: 'lk.activity.activity.progressRecorded.v1', data: { ...entry, text: '12 gian' } },
      { type: 'lk.activity.activity.progressRecorded.v1', data: { ...entry, text: 'Khai mạc' } },
      {
        type: 'lk.activity.activity.progressCorrected.v1',
        data: { ...entry, corrects: idOf(1), reason: 'gõ nhầm', text: '21 gian' },
      },
    );
    expect(changesOf(row)).toEqual([['progress', '12 gian', '21 gian']]);
    expect([row.grounds, row.corrects]).toEqual(['correction', idOf(1)]);
  });
});
