import { factsFrom, fileOf } from '../client/file-facts.js';
import { translator } from '../messages/translate.js';
import { kindAndSize } from './file-words.js';

const t = translator('vi');
const answer = (headers: Record<string, string>) => factsFrom(new Headers(headers));

it('a stored file is called as it was uploaded, with its kind and size', () => {
  const facts = answer({
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('Danh sách (1).pdf')}`,
    'content-type': 'application/pdf; charset=utf-8',
    'content-length': '1258291',
  });
  expect(facts).toEqual({ name: 'Danh sách (1).pdf', mediaType: 'application/pdf', size: 1258291 });
  expect(kindAndSize(facts, t, 'vi')).toBe('PDF, 1,2 MB');
});

it('what is not known of a file is not said', () => {
  const facts = answer({ 'content-type': 'application/octet-stream' });
  expect(facts.name).toBeUndefined();
  expect(kindAndSize(facts, t, 'vi')).toBe('');
  expect(kindAndSize(answer({ 'content-length': '15' }), t, 'vi')).toBe('15 byte');
});

it.each([
  [
    'https://lien-ket.vn/api/v1/files/0195E0AA-7d6f-7d4b-8a3c-1f2e3d4c5b6a',
    '0195e0aa-7d6f-7d4b-8a3c-1f2e3d4c5b6a',
  ],
  [' /api/v1/files/0195e0aa-7d6f-7d4b-8a3c-1f2e3d4c5b6a?tai=1 ', '0195e0aa-7d6f-7d4b-8a3c-1f2e3d4c5b6a'],
  ['0195e0aa-7d6f-7d4b-8a3c-1f2e3d4c5b6a', '0195e0aa-7d6f-7d4b-8a3c-1f2e3d4c5b6a'],
  ['https://lien-ket.vn/activities/0195e0aa-7d6f-7d4b-8a3c-1f2e3d4c5b6a', undefined],
  ['Danh sách.txt', undefined],
  ['', undefined],
])('the address “%s” leads to the file %s', (address, file) => expect(fileOf(address)).toBe(file));
