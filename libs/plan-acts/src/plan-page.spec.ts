import { planPage, type StoredPlanEvent } from './plan-page.js';

const id = (at: number): string => `0190a000-0000-7000-8000-00000000000${at}`;
const [section, item] = [id(1), id(2)];
const content = {
  title: 'Hợp tác năm 2024',
  horizons: [],
  underAgreements: [],
  legalBases: ['Luật Tổ chức chính quyền địa phương;'],
  sections: [
    { id: section, printedNumber: 'I.', title: 'Thương mại', leads: [{ printed: 'Sở Công Thương' }] },
  ],
  items: [
    {
      id: item,
      sectionId: section,
      printedNumber: '1',
      text: 'Hội chợ',
      leads: [],
      coordinators: [{ printed: 'Sở Du lịch' }],
      deliverable: 'Báo cáo',
      subTasks: ['Thuê mặt bằng'],
    },
  ],
};
const event = (revision: number, name: string, effectiveOn: string, data: unknown): StoredPlanEvent => ({
  header: JSON.stringify({
    id: id(5 + revision),
    type: `lk.agreement.plan.${name}.v1`,
    businessDate: '2024-01-02',
    effectiveOn,
  }),
  data: JSON.stringify(data),
  revision,
  recordedAt: 1_704_153_600_000 + revision,
});
const issued = event(0, 'issued', '2024-01-02', {
  content,
  number: '419',
  symbol: 'KH-UBND',
  date: { year: 2024, month: 1, day: 2 },
  place: 'Tiền Giang',
  signer: { name: 'Nguyễn Văn A', title: 'CHỦ TỊCH', capacity: 'forCollective' },
});
const amended = event(1, 'amended', '2024-06-01', {
  changes: [{ op: 'setItem', itemId: item, fields: { text: 'Hội chợ xuân' } }],
});

const PAGE = `KẾ HOẠCH Hợp tác năm 2024
Số: 419/KH-UBND
Tiền Giang, ngày 2/1/2024
Tình trạng: đang có hiệu lực
Căn cứ Luật Tổ chức chính quyền địa phương;
I. Thương mại
Chủ trì: Sở Công Thương
  1. Hội chợ
    Phối hợp: Sở Du lịch
    Sản phẩm: Báo cáo
    - Thuê mặt bằng
CHỦ TỊCH
Nguyễn Văn A
`;

describe('the page of a plan', () => {
  it('is printed line by line, byte for byte the same wherever it is made', () => {
    expect(planPage([issued], '2024-01-02').text).toBe(PAGE);
  });

  it('is what is in force on its day, whatever was decided for later', () => {
    expect(planPage([issued, amended], '2024-05-31')).toEqual(planPage([issued], '2024-05-31'));
    expect(planPage([issued, amended], '2024-06-01').text).toBe(PAGE.replace('Hội chợ', 'Hội chợ xuân'));
    expect(planPage([issued], '2024-01-01').text).toBe('Kế hoạch chưa có hiệu lực.\n');
  });

  it.each([
    ['replaced', 'đã bị thay thế'],
    ['repealed', 'đã bị bãi bỏ'],
    ['annulled', 'đã bị hủy bỏ'],
  ])('says in words how the plan has ended: %s', (how, words) => {
    const ended = event(1, 'ended', '2024-06-01', { how, document: {}, reason: 'x' });
    const page = planPage([issued, ended], '2024-06-01').text;
    expect(page).toBe(PAGE.replace('đang có hiệu lực', words));
  });

  it('is not made of what is no event', () => {
    expect(() => planPage([{ ...issued, data: '{' }], '2024-01-02')).toThrow(SyntaxError);
  });
});
