import { generateKeyPairSync } from 'node:crypto';
import { formatCheckpoint, originOf, parseCheckpoint } from './checkpoint.js';
import { sha256 } from './hashing.js';
import {
  COSIGNATURE,
  LOG_SIGNATURE,
  cosignText,
  formatNote,
  formatVerifierKey,
  isSigned,
  parseNote,
  parseVerifierKey,
  signText,
  verifierOf,
} from './note.js';
import { isMet, parsePolicy } from './policy.js';

const newKey = () => generateKeyPairSync('ed25519').privateKey;
const origin = originOf('tien-giang');
const checkpoint = { origin, size: 3, root: sha256('a'), streams: 2, headsRoot: sha256('b') };
const text = formatCheckpoint(checkpoint);

describe('signed note', () => {
  it('reads the example of golang.org/x/mod/sumdb/note', () => {
    const key = parseVerifierKey('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW');
    const note = parseNote(
      'If you think cryptography is the answer to your problem,\n' +
        "then you don't know what your problem is.\n" +
        '\n' +
        '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n',
    );
    const [line] = note?.signatures ?? [];
    expect(key && line && isSigned(note?.text ?? '', line, key)).toBe(true);
    expect(key && line && isSigned(`${note?.text}\n`, line, key)).toBe(false);
  });

  it('is signed by the log and cosigned by witnesses, each over its own message', () => {
    const [log, witness] = [newKey(), newKey()];
    const signatures = [
      signText(text, origin, log),
      cosignText(text, 'witness.example', witness, 1_750_000_000),
    ];
    const note = parseNote(formatNote({ text, signatures }));
    expect(note).toEqual({ text, signatures });
    const keys = [
      verifierOf(origin, LOG_SIGNATURE, log),
      verifierOf('witness.example', COSIGNATURE, witness),
    ];
    const valid = keys.map((key) => signatures.map((line) => isSigned(text, line, key)));
    expect(valid).toEqual([
      [true, false],
      [false, true],
    ]);
    for (const key of keys) expect(parseVerifierKey(formatVerifierKey(key))).toEqual(key);
  });

  it.each([
    '',
    'a\n',
    'a\n\n',
    'a\n\n— n',
    'a\n\n— n AAAA\n',
    'a\n\n- n AAAAAAAA\n',
    'a\n\n— n AAAAAAA=\n\n',
  ])('is not %j', (note) => expect(parseNote(note)).toBeUndefined());
});

describe('checkpoint', () => {
  it('is read as it was written', () => expect(parseCheckpoint(text)).toEqual(checkpoint));

  it.each([
    text.replace('\n3\n', '\n03\n'),
    text.replace('\n3\n', '\n9007199254740993\n'),
    text.replace('heads', 'Heads'),
    text.slice(0, -1),
    `${text}more\n`,
    text.replace(sha256('a').toString('base64'), sha256('a').toString('base64').replace('=', 'A')),
  ])('is not %j', (other) => expect(parseCheckpoint(other)).toBeUndefined());
});

describe('policy', () => {
  const log = formatVerifierKey(verifierOf(origin, LOG_SIGNATURE, newKey()));
  const keys = ['a', 'b', 'c', 'd'].map((name) => formatVerifierKey(verifierOf(name, COSIGNATURE, newKey())));
  const witnesses = ['A', 'B', 'C', 'D'].map((name, at) => `witness ${name} ${keys[at]}`);
  const lines = [`log ${log}`, '# words', '', ...witnesses, 'group two 2 A B C', 'group all all two D'];
  const met = (more: string, ...who: string[]): boolean | undefined => {
    const policy = parsePolicy([...lines, more].join('\n'));
    return policy && isMet(policy, new Set(who));
  };

  it('counts members, groups of groups, and never a witness of the operator', () => {
    expect(met('quorum two', 'A')).toBe(false);
    expect(met('quorum two', 'A', 'C')).toBe(true);
    expect(met('quorum all', 'A', 'C')).toBe(false);
    expect(met('quorum all', 'A', 'C', 'D')).toBe(true);
    expect(met('operator C\nquorum two', 'A', 'C')).toBe(false);
    expect(met('operator C\nquorum two', 'A', 'B', 'C')).toBe(true);
    expect(met('operator D\nquorum D', 'D')).toBe(false);
    expect(met('quorum none')).toBe(true);
  });

  it.each([
    '',
    'quorum E',
    'quorum two\nquorum two',
    'quorum two ',
    `quorum two\nwitness E ${keys[0]}`,
    `quorum two\nlog ${log}`,
    `quorum two\nwitness E ${log}`,
    'quorum two\ngroup more 3 A B',
    'quorum two\ngroup more 2 A A',
    'quorum two\ngroup more 0 A',
    'quorum two\ngroup none any A',
    'quorum two\noperator two',
    'quorum two\nwitnes',
  ])('is not readable with %j', (more) => expect(met(more)).toBeUndefined());
});
