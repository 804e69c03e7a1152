/** How often others may be faster before something goes out with the signatures that it has. */
const OVERTAKINGS = 5;

/** Whoever signs a longer log meanwhile has us begin again, from that length. */
export async function beginAgain<T extends { readonly overtaken: boolean }>(
  attempt: () => Promise<T>,
  again = OVERTAKINGS,
): Promise<T> {
  const made = await attempt();
  return made.overtaken && again > 0 ? beginAgain(attempt, again - 1) : made;
}
