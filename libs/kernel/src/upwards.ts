/** An id and those above it, the nearest first. A circle is gone through once: what is stored is read, whatever it says. */
export function upwards(id: string | undefined, above: (id: string) => string | undefined): string[] {
  const way = new Set<string>();
  for (let at = id; at !== undefined && !way.has(at); at = above(at)) way.add(at);
  return [...way];
}

/** Whether the way up from a thing comes back to it. */
export function isAboveItself(id: string, above: (id: string) => string | undefined): boolean {
  return above(upwards(id, above).at(-1) ?? id) === id;
}
