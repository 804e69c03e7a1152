import type { FileFacts } from '../client/file-facts.js';
import type { Language, Translate } from '../messages/translate.js';
import { numberText } from './numbers.js';

const KINDS = [
  [/^application\/pdf$/, 'pdf'],
  [/^image\//, 'image'],
  [/^video\//, 'video'],
  [/^audio\//, 'audio'],
  [/spreadsheet|ms-excel|csv/, 'sheet'],
  [/wordprocessing|msword|opendocument\.text|rtf/, 'text'],
  [/presentation|powerpoint/, 'slides'],
  [/^text\//, 'plain'],
  [/zip|rar|7z/, 'archive'],
] as const;

const UNITS = ['byte', 'KB', 'MB'] as const;

function sizeText(bytes: number, language: Language): string {
  const step = bytes < 1024 ? 0 : bytes < 1024 * 1024 ? 1 : 2;
  return `${numberText(Math.round((bytes / 1024 ** step) * 10) / 10, language)} ${UNITS[step]}`;
}

/** "văn bản PDF, 1,2 MB": kind and size of a file, as much of them as is known. */
export function kindAndSize({ mediaType, size }: FileFacts, t: Translate, language: Language): string {
  const kind = KINDS.find(([type]) => type.test(mediaType ?? ''))?.[1];
  return [kind && t(`files.kind.${kind}`), size !== undefined && sizeText(size, language)]
    .filter(Boolean)
    .join(', ');
}
