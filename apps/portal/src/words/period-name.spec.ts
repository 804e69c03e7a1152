import { translator } from '../messages/translate.js';
import { periodName } from './period-name.js';

it.each([
  ['2023', 'Năm 2023', 'Year 2023'],
  ['2023-Q3', 'Quý III năm 2023', 'Quarter III of 2023'],
  ['2024-H1', '6 tháng đầu năm 2024', 'First half of 2024'],
  ['2024-H2', '6 tháng cuối năm 2024', 'Second half of 2024'],
  ['2023-02', 'Tháng 02 năm 2023', 'Month 02/2023'],
  ['2023-12', 'Tháng 12 năm 2023', 'Month 12/2023'],
  ['2025-03-12', 'Theo văn bản 595/SYT-NVY', 'By document 595/SYT-NVY'],
  ['2025-03-12', 'Yêu cầu ngày 11/03/2025', 'Asked on 11/03/2025'],
  ['2020-09-04', 'Trước ngày 04/9/2020', 'Before 04/9/2020'],
  ['2023', 'Tổng kết', 'Tổng kết'],
])('%s, printed as %s', (key, label, english) => {
  expect(periodName({ key, label }, translator('vi'))).toBe(label);
  expect(periodName({ key, label }, translator('en'))).toBe(english);
});
