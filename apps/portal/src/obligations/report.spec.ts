import { reportOf, reportValues, type ReportWords } from './report.js';

const words: ReportWords = { heading: 'Nội dung báo cáo', file: (n) => `Tệp ${n}` };
const EMPTY = { nil: false, parts: [], figures: [], evidence: [] };

test('a draft that answers one heading of three still asks for the others, in their order', () => {
  const draft = {
    ...EMPTY,
    parts: [
      { heading: 'b', text: 'đã có' },
      { heading: 'thêm', text: 'ngoài' },
    ],
  };
  expect(reportValues({ draft, versions: [], headings: ['a', 'b', 'c'] }, words).parts).toEqual([
    { heading: 'a', text: '' },
    { heading: 'b', text: 'đã có' },
    { heading: 'c', text: '' },
    { heading: 'thêm', text: 'ngoài' },
  ]);
});

test('a text typed without a heading is kept under the usual one', () => {
  const { parts } = reportOf(
    {
      parts: [
        { heading: ' ', text: 'Đã làm xong.' },
        { heading: 'x', text: '' },
      ],
    },
    words,
  );
  expect(parts).toEqual([{ heading: 'Nội dung báo cáo', text: 'Đã làm xong.' }]);
});

test('number, date and files of a signed report go to and fro', () => {
  const document = { number: '12', symbol: 'BC-SCT', date: { year: 2023, month: 12, day: 14 } };
  const evidence = ['9b6c1f1e-8d53-4a0e-9f6e-0d6c0a6f5b11'];
  const draft = { ...EMPTY, parts: [{ heading: 'Nội dung báo cáo', text: 'x' }], document, evidence };
  const values = reportValues({ draft, versions: [], headings: [] }, words);
  expect(values.evidence).toEqual([{ id: evidence[0], name: 'Tệp 1' }]);
  expect(reportOf(values, words)).toEqual(draft);
});
