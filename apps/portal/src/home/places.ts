import { useQueries } from '@tanstack/react-query';
import { get } from '../client/client.js';
import { reads } from '../client/reads.js';
import { placesOf, type Place } from '../words/printed-place.js';

/** Where the items of these plans stand in print; what is not read yet stands nowhere. */
export function usePlaces(planIds: readonly string[]): ReadonlyMap<string, Place> {
  const answers = useQueries({
    queries: [...new Set(planIds)].map((id) => {
      const read = reads.plan(id);
      return {
        queryKey: ['one', read.path, read.query],
        queryFn: ({ signal }: { signal: AbortSignal }) => get(read, signal),
      };
    }),
  });
  return new Map(answers.flatMap(({ data }) => (data ? [...placesOf(data.content)] : [])));
}
