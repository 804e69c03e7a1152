/** A stored file, as its answer's headers tell it. */
export interface FileFacts {
  readonly name: string | undefined;
  readonly mediaType: string | undefined;
  /** In bytes. */
  readonly size: number | undefined;
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
