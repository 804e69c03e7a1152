import { useQueries } from '@tanstack/react-query';
import type { PlanView } from '@lien-ket/contracts';
import { get } from '../client/client.js';
import { reads } from '../client/reads.js';
import { placesOf, type Place } from '../words/printed-place.js';

/** These plans, as far as they are read yet. */
export function usePlanContents(planIds: readonly string[]): Pick<PlanView, 'id' | 'state' | 'content'>[] {
  const answers = useQueries({
    queries: [...new Set(planIds)].map((id) => {
      const read = reads.plan(id);
      return {
        queryKey: ['one', read.path, read.query],
        queryFn: ({ signal }: { signal: AbortSignal }) => get(read, signal),
      };
    }),
  });
  return answers.flatMap(({ data }) =>
    data ? [{ id: data.id, state: data.state, content: data.content }] : [],
  );
}

/** Where the items of these plans stand in print; what is not read yet stands nowhere. */
export function usePlaces(planIds: readonly string[]): ReadonlyMap<string, Place> {
  return new Map(usePlanContents(planIds).flatMap(({ content }) => [...placesOf(content)]));
}
