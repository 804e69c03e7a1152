import { translator } from '../messages/translate.js';
import { printedDate } from './dates.js';
import { dueWords } from './due.js';

const t = translator('vi');
const due = {
  state: 'open',
  dueOn: '2023-12-14',
  daysLeft: 9,
  signal: 'none',
  historic: false,
  daysLateAtSending: null,
} as const;

describe('the due date in words', () => {
  it('counts the days and names the last one', () => {
    expect(dueWords(due, t)).toBe('còn 9 ngày (hết thứ Năm 14/12/2023)');
  });

  it('always names the year', () => {
    expect(dueWords({ ...due, dueOn: '2024-12-13', daysLeft: 374 }, t)).toBe(
      'còn 374 ngày (hết thứ Sáu 13/12/2024)',
    );
  });

  it('moves no printed date, and says the last working day before one on which nobody works', () => {
    expect(dueWords({ ...due, dueOn: '2023-12-31', daysLeft: 26 }, t)).toBe(
      'còn 26 ngày (hết Chủ nhật 31/12/2023; ngày làm việc cuối 29/12/2023)',
    );
  });

  it('says today, and how long overdue', () => {
    expect(dueWords({ ...due, daysLeft: 0 }, t)).toBe('hạn hôm nay, thứ Năm 14/12/2023');
    expect(dueWords({ ...due, daysLeft: -4 }, t)).toBe('quá hạn 4 ngày (hạn thứ Năm 14/12/2023)');
  });

  it('never calls history late', () => {
    expect(dueWords({ ...due, daysLeft: -400, historic: true }, t)).toBe('hạn thứ Năm 14/12/2023');
    expect(dueWords({ ...due, daysLeft: -400, state: 'unknownOutcome' }, t)).not.toContain('quá hạn');
  });

  it('measures lateness at sending', () => {
    expect(dueWords({ ...due, state: 'received', daysLeft: -9, daysLateAtSending: 0 }, t)).toBe(
      'gửi đúng hạn',
    );
    expect(dueWords({ ...due, state: 'accepted', daysLeft: -9, daysLateAtSending: 3 }, t)).toBe(
      'gửi muộn 3 ngày',
    );
  });

  it('invents no date', () => {
    expect(dueWords({ ...due, dueOn: null, daysLeft: null }, t)).toBe('văn bản không ghi thời hạn');
  });
});

describe('a printed date', () => {
  it('leaves open what is not printed', () => {
    expect(printedDate({ year: 2025, month: 2 })).toBe('… tháng 02 năm 2025');
    expect(printedDate({ year: 2023, month: 10, day: 2 })).toBe('02/10/2023');
  });
});
