import { describe, expect, it } from '@jest/globals';
import { personalDataIn } from './personal-data.js';

describe('personalDataIn', () => {
  it.each([
    'Liên hệ anh Nam 0912 345 678',
    'gọi 0912345678.',
    'sđt 0912.345.678 (anh Nam)',
    '0912-345-678',
    '(0912) 345 678',
    '091 234 5678',
    '091.234.56.78',
    '0912 34 56 78',
    '+84 912 345 678',
    '+84912345678',
    '(+84) 91 234 5678',
    '+84 (0)912 345 678',
    '0084 912 345 678',
    'số 84912345678',
    'Zalo: 0387654321/0701234567',
    '0912\u00a0345\u00a0678',
    'Liên hệ 0903123456 đồng chí Nam',
    'liên hệ 0903123456 đ/c An',
    '0903123456 Hà',
    '0903123456 Tân',
    '0903123456 Tỵ',
    '0903123456 người phụ trách',
    '0903123456/UBND',
    'sđt:0912345678,0987654321',
    'sđt 0912.345.678,0987.654.321,0903 123 456',
    'ĐT 02838297834,0912345678',
    'ĐT 0273 3873 381 hoặc 0912345678',
    'zalo 84 912 345 678',
    'zalo 84-912-345-678 đồng chí Lan',
    '０９１２３４５６７８',
    '0912\u200b345\u200b678',
    '0912·345·678',
    '0912‑345‑678',
    'MST 0301234567, di động 0912345678',
    'mã số thuế của công ty anh Nam 0912345678',
    'hợp đồng với anh Nam 0912345678',
    'năm 2023 0912 345 678',
    'ngày 08.3.2024: 0912345678',
  ])('finds the telephone number of “%s”', (text) => {
    expect(personalDataIn(text)?.kind).toBe('phone');
  });

  it.each([
    'nam@x.vn',
    'thư: Nguyen.Van-Nam+1@gmail.com,',
    'https://x.vn/?to=nam@x.vn',
    'nam @ x.vn',
    'nam＠x.vn',
    'nam@tiengiang.gov.vn.example.com',
    'vanthu@tiengiang.gov.vn; nam@x.vn',
    'nam@xgov.vn',
  ])('finds the e-mail address of “%s”', (text) => {
    expect(personalDataIn(text)?.kind).toBe('email');
  });

  it.each([
    'CCCD số 079085001234',
    'CMND: 310123456',
    'căn cước công dân gắn chip số: 079 085 001 234',
    'Căn cước: 079085001234, cấp ngày 01/01/2022',
    'chứng minh nhân dân 310 123 456',
    'số định danh cá nhân 082190012345',
    'CCCD 079.085.001.234',
    'CCCD số: 079-085-001234',
    'CMND số 310.123.456',
    'can cuoc 079085001234'.normalize('NFD'),
  ])('finds the identity number of “%s”', (text) => {
    expect(personalDataIn(text)?.kind).toBe('identity');
  });

  it('tells the beginning only', () => {
    expect(personalDataIn('Liên hệ anh Nam 0912 345 678')).toEqual({ kind: 'phone', begins: '0912' });
  });

  it.each([
    '0,5 tỷ đồng',
    '1.234.567.890 đồng',
    '0,912.345.678 tỷ',
    '912.345.678',
    '84.912.345.678 đồng',
    '84.912.345.678',
    'thu thuế 0912345678 đồng',
    'MST 0301234567',
    'mã số thuế: 0900123456',
    'mã số doanh nghiệp 0312345678',
    'Công ty 0300588569',
    '419/KH-UBND ngày 29/11/2023',
    'Mã số thuế của công ty: 0901234567',
    'MST (0901234567)',
    'MSDN (0901234567)',
    'MSDN: 0901234567',
    'mã hồ sơ 000.00.G22-0912345678',
    'mã HS 0901211000',
    'mã dự án 0381234567',
    'GCNĐKDN: 0901234567',
    'hợp đồng số 0352345678 ngày 05/12/2023',
    'số hợp đồng: 0352345678',
    '0345678901₫',
    'QL1A Km0912 345 678',
    '84 912 345 678 đồng',
    '84 912 345 678 ha',
    'Gửi bản mềm về itpc@tphcm.gov.vn',
    'Sở KH&ĐT (email: sokhdt@tiengiang.gov.vn, điện thoại 0273 3873 381)',
    'Điện thoại: 028 3829 7834',
    'ĐT: (028) 38297834',
    'ĐT: 02733.873.153',
    'ĐT: +84 28 3829 7834',
    'căn cước: 310.123.456 thẻ',
    'ngày 08.3.2024 500 người',
    '05/12/2023 – 18/12/2023',
    '01.10.2023-31.12.2023',
    'giai đoạn 2024 - 2025, 2026 - 2030',
    '09 12 34 56 78',
    '079085001234',
    'cấp 310123456 thẻ căn cước',
    'căn cước công dân cho 310 123 456 người',
    'Văn bản 8177/VP-KT ngày 10/9/2024',
    'https://baoapbac.vn/kinh-te/202312/lien-ket-0912345678/',
    '0190f5a0-0912-3456-7800-091234567812',
    '2023-12-05T09:12:34.567Z',
    'a0912345678bcdefa0912345678bcdefa0912345678bcdefa0912345678bcdef',
    'Tổng đài 1022, 1900 1234',
    'Nghị định 30/2020/NĐ-CP; Quyết định số 0123/QĐ-TTg',
    'diện tích 0913.4 ha',
    'cao tốc 0352345678 m2',
    '@UBND tỉnh',
    '',
  ])('takes “%s” for nothing of a person', (text) => {
    expect(personalDataIn(text)).toBeUndefined();
  });

  it('reads the longest text of a report in no time', () => {
    const long = [
      '0 9 1 2 3 4 5 6 7 ',
      'a',
      '0912 ',
      'CCCD ',
      'a@',
      'a @ ',
      '84.9',
      '84 9 ',
      'mst cua a ',
    ].map((part) => part.repeat(Math.ceil(20_000 / part.length)));
    for (const text of long)
      expect([text.slice(0, 9), personalDataIn(text)]).toEqual([text.slice(0, 9), undefined]);
  }, 2_000);
});
