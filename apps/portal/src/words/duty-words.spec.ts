import { translator } from '../messages/translate.js';
import { dutyTitle, waivedWords } from './duty-words.js';

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
