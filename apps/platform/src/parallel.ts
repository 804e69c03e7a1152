/** More tenants than the demonstration has: a second round of a few would wait for its slowest with a machine half idle. */
const PARALLEL = 16;

/** Works on the items, at most sixteen at a time, begun in order. */
export async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const worker = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: PARALLEL }, worker));
}
