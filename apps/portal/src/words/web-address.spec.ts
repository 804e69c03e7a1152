import { expect, it } from '@jest/globals';
import { isWebAddress } from './web-address.js';

it.each([
  ['https://tiengiang.gov.vn/tin-tuc', true],
  ['HTTP://tiengiang.gov.vn', true],
  ['javascript:alert(1)//https://tiengiang.gov.vn', false],
  ['data:text/html,https://tiengiang.gov.vn', false],
  ['file:///etc/hosts', false],
])('%s: followed %s', (link, followed) => expect(isWebAddress(link)).toBe(followed));
