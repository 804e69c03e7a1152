import { catalogueFaults } from '@lien-ket/service';
import * as rules from './obligation/obligation.rules.js';
import { reportingMessages } from './reporting.messages.js';

describe('sentences of the refusals', () => {
  it('stand in both languages', () => expect(catalogueFaults(reportingMessages)).toEqual([]));

  it('stand for every rule of obligations', () => {
    const codes = Object.values(rules).flatMap((one) =>
      typeof one === 'object' && 'code' in one ? [one.code] : [],
    );
    expect(codes.length).toBeGreaterThan(10);
    expect(codes.filter((code) => !(code in reportingMessages.vi))).toEqual([]);
  });
});
