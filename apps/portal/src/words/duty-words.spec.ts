import { translator } from '../messages/translate.js';
import { debtorWords, dutyTitle, waivedWords } from './duty-words.js';

const english = translator('en');
const vietnamese = translator('vi');

it('a title that the platform made is said in the language of the reader, a printed one as it is', () => {
  const made = {
    title: 'Báo cáo kết quả thực hiện ý kiến chỉ đạo: Mở hội chợ',
    titled: { code: 'directiveTask', text: 'Mở hội chợ' },
  } as const;
  expect(dutyTitle(made, vietnamese)).toBe(made.title);
  expect(dutyTitle(made, english)).toBe('Report on carrying out the directive: Mở hội chợ');
  expect(dutyTitle({ title: 'Báo cáo quý' }, english)).toBe('Báo cáo quý');
});

it("a reason that the platform gave likewise; that of an older event, and a person's, stays as written", () => {
  const reason = 'Kế hoạch không còn hiệu lực theo văn bản 9/TB-UBND: nhầm';
  const because = { code: 'planEnded', document: '9/TB-UBND', reason: 'nhầm' } as const;
  expect(waivedWords({ reason, because }, vietnamese)).toBe(reason);
  expect(waivedWords({ reason, because }, english)).toBe(
    'The plan is no longer in force by document 9/TB-UBND: nhầm',
  );
  expect(waivedWords({ reason }, english)).toBe(reason);
});

it('who owes it is named by our register, or as another authority told it', () => {
  const nameOf = (tenant: string) => (tenant === 'tien-giang' ? 'Tiền Giang' : undefined);
  const ours = { name: 'ITPC', endedOn: null, successor: null };
  const find = (id: string | null | undefined) => (id === 'itpc' ? ours : undefined);
  const names = {
    organisations: { find, known: true } as Parameters<typeof debtorWords>[1]['organisations'],
    nameOf,
  };
  const told = (tenant: string) => ({
    debtorId: 'skhdt',
    debtorName: 'Sở Kế hoạch và Đầu tư',
    origin: { tenant, receivedAt: '2023-12-10T00:00:00.000Z' },
  });
  expect(debtorWords({ debtorId: 'itpc', origin: null }, names, vietnamese)).toBe('ITPC');
  expect(debtorWords(told('tien-giang'), names, vietnamese)).toBe('Sở Kế hoạch và Đầu tư (Tiền Giang)');
  expect(debtorWords(told('long-an'), names, vietnamese)).toBe(
    `Sở Kế hoạch và Đầu tư (${vietnamese('app.elsewhere')})`,
  );
});
