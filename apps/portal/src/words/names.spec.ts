import { translator } from '../messages/translate.js';
import {
  actorName,
  authorityName,
  documentName,
  eventName,
  matches,
  nameById,
  namesById,
  organisationName,
  provinceName,
  titleInLine,
} from './names.js';
import { plainWords } from '@lien-ket/contracts';

const t = translator('vi');

describe('names', () => {
  it('of authorities are spelled one way, whatever a paper puts before them', () => {
    const printed = ['tỉnh Trà Vinh', 'Tỉnh Kon Tum', 'Cao Bằng', 'thành phố Hồ Chí Minh'];
    expect(printed.map(authorityName)).toEqual(['Trà Vinh', 'Kon Tum', 'Cao Bằng', 'Thành phố Hồ Chí Minh']);
  });

  it('of offices stand in a line without the capitals of the signature', () => {
    expect(['CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'Chủ tịch', 'VÍ DỤ: Chủ tịch'].map(titleInLine)).toEqual([
      'Chủ tịch',
      'Phó Chủ tịch',
      'Chủ tịch',
      'VÍ DỤ: Chủ tịch',
    ]);
  });

  it('of papers of the Party stand with a dash', () => {
    expect(documentName({ number: '13', symbol: 'NQ/TW', date: { year: 2022, month: 4, day: 2 } }, t)).toBe(
      '13-NQ/TW ngày 02/04/2022',
    );
  });

  it('are found without marks, in either spelling', () => {
    expect(matches('Sở Công Thương tỉnh Tiền Giang', 'so cong thuong')).toBe(true);
    expect(matches('Ủy ban nhân dân Đồng Tháp', 'dong thap')).toBe(true);
    expect(matches('hoà', 'hòa')).toBe(true);
    expect(matches('Sở Y tế', 'công')).toBe(false);
  });

  it('say until when, and what it is now', () => {
    const ended = {
      id: '1',
      revision: 1,
      name: 'Sở Kế hoạch và Đầu tư',
      kind: 'department',
      aliases: [],
      parentId: null,
      outside: false,
      endedOn: '2025-02-28',
      successor: 'Sở Tài chính',
      members: [],
    };
    expect(organisationName(ended, t)).toBe('Sở Kế hoạch và Đầu tư (đến 28/02/2025; nay: Sở Tài chính)');
    expect(organisationName({ ...ended, successor: null }, t)).toBe('Sở Kế hoạch và Đầu tư (đến 28/02/2025)');
  });

  it('of a province say the same, by its usual name', () => {
    const ended = { name: 'tỉnh Tiền Giang', endedOn: '2025-06-30', successor: 'Tỉnh Đồng Tháp' };
    expect(provinceName(ended, t)).toBe('Tiền Giang (đến 30/06/2025; nay: Đồng Tháp)');
    expect(provinceName({ ...ended, endedOn: null, successor: null }, t)).toBe('Tiền Giang');
  });

  it('of documents have as many parts as are known', () => {
    const date = { year: 2023, month: 10, day: 2 };
    expect(documentName({ number: '419', symbol: 'KH-UBND', date }, t)).toBe('419/KH-UBND ngày 02/10/2023');
    expect(documentName({ date: { year: 2025, month: 2 } }, t)).toBe('ngày … tháng 02 năm 2025');
    expect(documentName(null, t)).toBe('–');
  });

  it('of events newer than the portal are their wire names', () => {
    expect(eventName('lk.agreement.plan.issued.v1', t)).toBe('Ban hành');
    expect(eventName('lk.agreement.plan.somethingNew.v1', t)).toBe('lk.agreement.plan.somethingNew.v1');
  });
});

describe('a value in words', () => {
  it('is never raw JSON', () => {
    expect(plainWords([{ printed: 'Sở Y tế' }, { printed: 'Sở Nội vụ' }])).toBe('Sở Y tế; Sở Nội vụ');
    expect(plainWords({ year: 2025, month: 2 })).toBe('… tháng 02 năm 2025');
    expect(plainWords('2023-12-14')).toBe('14/12/2023');
    expect(plainWords([])).toBe('–');
    expect(plainWords({ a: { b: 1 } })).toBe('1');
  });
});

describe('of the directory', () => {
  const health = { id: 'syt', name: 'Sở Y tế', endedOn: null, successor: null };
  const directory = (known: boolean, items = known ? [health] : []) =>
    ({ known, find: (id: string) => items.find((one) => one.id === id) }) as unknown as Parameters<
      typeof nameById
    >[0];

  it('nothing is said to be missing before it has come', () => {
    expect(['syt', 'other', null].map((id) => nameById(directory(false), id, t))).toEqual(['', '', '–']);
    expect(['syt', 'other', null].map((id) => nameById(directory(true), id, t))).toEqual([
      'Sở Y tế',
      '–',
      '–',
    ]);
    expect(namesById(directory(false), ['syt', 'other'], t)).toBe('');
  });

  it('who did it is a role, and the organisation once it is known', () => {
    const officer = { role: 'officer', organisationId: 'syt' };
    expect(actorName(officer, directory(false), t)).toBe('Chuyên viên');
    expect(actorName(officer, directory(true), t)).toBe('Chuyên viên, Sở Y tế');
    expect(actorName({ role: 'officer' }, directory(true), t)).toBe('Chuyên viên');
  });
});
