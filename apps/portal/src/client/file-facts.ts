/** A stored file, as its answer's headers tell it. */
export interface FileFacts {
  readonly name: string | undefined;
  readonly mediaType: string | undefined;
  /** In bytes. */
  readonly size: number | undefined;
}

const ADDRESS = /(?:^|\/files\/)([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/i;

/** The file that an address leads to, as one copies it from the link on a page. */
export function fileOf(address: string): string | undefined {
  const path = address.trim().split(/[?#]/)[0] ?? '';
  return ADDRESS.exec(path)?.[1]?.toLowerCase();
}

export function factsFrom(headers: Pick<Headers, 'get'>): FileFacts {
  const name = /filename\*=UTF-8''([^;]+)/i.exec(headers.get('content-disposition') ?? '')?.[1];
  const size = headers.get('content-length');
  return {
    name: name === undefined ? undefined : decodeURIComponent(name),
    mediaType: headers.get('content-type')?.split(';')[0]?.trim(),
    size: size === null ? undefined : Number(size),
  };
}
