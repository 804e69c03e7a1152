import { inflateRawSync, inflateSync } from 'node:zlib';
import type { ComparisonView, Page, PersonReadView } from '@lien-ket/contracts';
import { READS_DATABASE, READ_TABLES } from '@lien-ket/read-model';
import { ServiceBench } from '@lien-ket/testing';
import { AUDIT } from '../audit.module.js';
import { ACTIVITY, DROPPED, KEPT, PLAN, account, auditModule, live } from '../history/history.scene.js';

const T = 'tien-giang';
const TYPED = 'from=2023-12-05&to=2024-03-05&knownTo=2024-03-02';
const MENDED = 'from=2023-12-05&to=2024-03-05';
let bench: ServiceBench;

beforeAll(async () => {
  bench = await ServiceBench.start({ spec: AUDIT, module: auditModule }, [T]);
  await (await bench.systemDatabase(READS_DATABASE, READ_TABLES)).close();
  await live(bench, T);
  await bench.settle(T);
}, 90_000);
afterAll(() => bench.stop());

const compared = async (query: string): Promise<ComparisonView> =>
  (await bench.get<ComparisonView>(T, account('officer'), `/history/compare?${query}`)).body;
async function file(query: string): Promise<Buffer> {
  const answer = await bench.send(T, account('officer'), `/history/comparison?${query}`, { method: 'GET' });
  expect([answer.status, answer.headers.get('content-disposition')]).toEqual([
    200,
    expect.stringMatching(/^attachment; filename="so-sanh-2023-12-05-2024-03-05\.(docx|pdf)"$/),
  ]);
  return Buffer.from(await answer.arrayBuffer());
}

describe('two points of a record', () => {
  it.each([
    [TYPED, 'Quý I'],
    [MENDED, 'Quý II'],
  ])('of a plan differ by both clocks: %s', async (points, time) => {
    const { label, changes } = await compared(`scope=plan&id=${PLAN}&${points}`);
    expect(label).toBe('Kế hoạch hợp tác năm 2024');
    expect(changes).toEqual([
      expect.objectContaining({ kind: 'removed', id: DROPPED }),
      expect.objectContaining({ id: KEPT, field: 'time', before: null, after: time }),
    ]);
  });

  it('of an activity are what its entries had set by then', async () => {
    const { changes } = await compared(`scope=activity&id=${ACTIVITY}&${MENDED}`);
    expect(changes.map(({ field, before, after }) => [field, before, after])).toEqual([
      ['state', 'planned', 'inProgress'],
      ['progress', null, 'Đã mời 40 doanh nghiệp'],
      ['happenedOn', null, '2024-03-04'],
    ]);
    const known = await compared(`scope=activity&id=${ACTIVITY}&${MENDED}&knownTo=2024-03-04`);
    expect(known.changes).toEqual([]);
  });
});

describe('a comparison as a paper', () => {
  const asked = `scope=plan&id=${PLAN}&${TYPED}`;

  it('is Word with both clocks, who asked, and before and after in Vietnamese', async () => {
    const xml = zipped(await file(`${asked}&format=docx`), 'word/document.xml');
    const words = xml.replaceAll(/<\/w:p>/g, '\n').replaceAll(/<[^>]+>/g, '');
    for (const said of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'BẢN SO SÁNH KẾ HOẠCH',
      'Nội dung có hiệu lực ngày 05/12/2023, theo dữ liệu đến lúc lập',
      'Nội dung có hiệu lực ngày 05/03/2024, theo dữ liệu đã ghi nhận đến hết ngày 02/03/2024',
      'Chuyên viên, Sở Công Thương',
      'Đổi · Nội dung',
      'Thời gian thực hiện',
      'Quý I',
      'Đào tạo cán bộ',
    ])
      expect(words).toContain(said);
  });

  it('is PDF with a font of its own that has the letters, pages and all', async () => {
    const pdf = await file(`${asked}&format=pdf`);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.toString('latin1')).toMatch(/FontFile2/);
    expect(lettersOf(pdf)).toEqual(expect.arrayContaining([...'ộữảỘỆ']));
  });

  it('is recorded with who took it, before it is given', async () => {
    const path = `/audit/reads?actor=${account('officer')}`;
    const reads = async () => (await bench.get<Page<PersonReadView>>(T, account('auditor'), path)).body;
    const before = (await reads()).total;
    await file(`${asked}&format=pdf`);
    const { total, items } = await reads();
    expect(total).toBe(before + 1);
    expect(items[0]).toMatchObject({
      account: account('officer'),
      role: 'officer',
      subject: PLAN,
      cls: 'export',
      purpose: 'history.comparison',
    });
  });
});

/** A file of a zip archive, found by its local header. */
function zipped(zip: Buffer, name: string): string {
  const central = zip.lastIndexOf(Buffer.from(name)) - 46;
  const [size, local] = [zip.readUInt32LE(central + 20), zip.readUInt32LE(central + 42)];
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  return inflateRawSync(zip.subarray(start, start + size)).toString('utf8');
}

/** Letters that the fonts of a PDF say they print, from their maps to Unicode. */
function lettersOf(pdf: Buffer): string[] {
  const maps: string[] = [];
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 7)) {
    const end = pdf.indexOf('\nendstream', at);
    try {
      maps.push(inflateSync(pdf.subarray(at + 7, end)).toString('latin1'));
    } catch {
      // No deflated stream.
    }
  }
  const codes = maps
    .filter((map) => map.includes('beginbfrange'))
    .join('')
    .matchAll(/<([0-9a-f]{4,})>/g);
  return [...new Set([...codes].map(([, code]) => String.fromCodePoint(Number.parseInt(code ?? '', 16))))];
}
