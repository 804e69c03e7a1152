import { sawPosition } from './client.js';

const GATHER_MS = 250;

/** Listens to the platform's changes; `changed` is called at most four times a second, however many come. */
export function listen(changed: () => void): () => void {
  const source = new EventSource('/api/v1/stream');
  let timer: ReturnType<typeof setTimeout> | undefined;
  source.addEventListener('change', (event) => {
    const { position } = JSON.parse(String(event.data)) as { position?: number };
    if (position !== undefined) sawPosition(position);
    timer ??= setTimeout(() => {
      timer = undefined;
      changed();
    }, GATHER_MS);
  });
  return () => {
    clearTimeout(timer);
    source.close();
  };
}
