/** A text that must be found nowhere, in the forms in which it might lie somewhere. */
export interface Needle {
  readonly what: string;
  readonly forms: readonly Buffer[];
}

/** Clear, as base64 at each of the three alignments, as hexadecimal digits, and as JSON would escape it. */
export function needleOf(what: string, text: string): Needle {
  const bytes = Buffer.from(text.normalize('NFC'), 'utf8');
  const escaped = [...text.normalize('NFC')]
    .map((letter) => {
      const code = letter.codePointAt(0) ?? 0;
      return code < 128 ? letter : `\\u${code.toString(16).padStart(4, '0')}`;
    })
    .join('');
  const forms = [
    bytes,
    Buffer.from(text.normalize('NFD'), 'utf8'),
    Buffer.from(encodeURIComponent(text)),
    Buffer.from(escaped),
    Buffer.from(bytes.toString('hex')),
    ...[0, 1, 2].map((shift) => Buffer.from(base64Within(bytes, shift))),
  ];
  return { what, forms };
}

/** The digits of base64 that do not depend on what stands before and after. */
function base64Within(bytes: Buffer, shift: number): string {
  const digits = Buffer.concat([Buffer.alloc(shift), bytes])
    .toString('base64')
    .replaceAll('=', '');
  const first = Math.ceil((shift * 8) / 6);
  const whole = Math.floor(((shift + bytes.length) * 8) / 6);
  return digits.slice(first, whole);
}

/** Which needles a haystack holds. */
export function found(needles: readonly Needle[], hay: Buffer | string): string[] {
  const bytes = typeof hay === 'string' ? Buffer.from(hay, 'utf8') : hay;
  return needles.filter(({ forms }) => forms.some((form) => bytes.includes(form))).map(({ what }) => what);
}
