/** A place at which nobody goes on until so many have come: what is done one after the other never gets past it. */
export function meetingOf(count: number): () => Promise<void> {
  let come = 0;
  let allHaveCome: () => void = () => undefined;
  const met = new Promise<void>((resolve) => (allHaveCome = resolve));
  return () => {
    come += 1;
    if (come === count) allHaveCome();
    return met;
  };
}
