import { translator } from '../messages/translate.js';
import { extendedUntil, returnedUntil } from './new-due.js';

const t = translator('vi');
const PAST = 'Hạn mới không được ở trước ngày hôm nay.';

describe('a new due date', () => {
  it('of a report sent back starts at the present one and lies not before it', () => {
    expect(returnedUntil({ dueOn: '2023-12-14', today: '2023-12-05' }, t)).toEqual({
      day: '2023-12-14',
      fault: 'Hạn mới không được sớm hơn hạn hiện nay (14/12/2023).',
    });
  });

  it('lies not before today, where the present one is over or none is known', () => {
    for (const dueOn of ['2023-12-14', null])
      expect(returnedUntil({ dueOn, today: '2023-12-20' }, t)).toEqual({ day: '2023-12-20', fault: PAST });
    expect(extendedUntil({ dueOn: '2023-12-14', today: '2023-12-20' }, t)).toEqual({
      day: '2023-12-20',
      fault: PAST,
    });
  });

  it('of an extension lies after the present one, also over the end of the year', () => {
    expect(extendedUntil({ dueOn: '2023-12-31', today: '2023-12-05' }, t)).toEqual({
      day: '2024-01-01',
      fault: 'Hạn xin gia hạn phải sau hạn hiện nay (31/12/2023).',
    });
  });
});
