import type { MeView, OrganisationView, Page } from '@lien-ket/contracts';
import { useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { get } from './client.js';
import { isProblem } from './problem.js';
import { reads, type Read } from './reads.js';

/** Only silence is asked again; a refusal stays one. */
export function shouldRetry(count: number, error: unknown): boolean {
  return isProblem(error) && (error.status === 0 || error.status === 503) && count < 2;
}

export function useRead<T>(read: Read<T>, enabled = true): UseQueryResult<T> {
  return useQuery({
    queryKey: ['one', read.path, read.query],
    queryFn: ({ signal }) => get(read, signal),
    enabled,
  });
}

export interface Listed<T> {
  readonly items: readonly T[];
  readonly total: number;
  readonly loading: boolean;
  readonly error: unknown;
  readonly hasMore: boolean;
  readonly loadingMore: boolean;
  more(): void;
  again(): void;
}

/** A list, page by page: the cursor of the last answer asks for the next. */
export function useList<T>(read: Read<Page<T>>, enabled = true): Listed<T> {
  const query = useInfiniteQuery({
    queryKey: ['list', read.path, read.query],
    queryFn: ({ pageParam, signal }) =>
      get<Page<T>>({ path: read.path, query: { ...read.query, cursor: pageParam } }, signal),
    initialPageParam: '',
    getNextPageParam: (last: Page<T>) => last.next ?? undefined,
    enabled,
  });
  const pages = query.data?.pages ?? [];
  return {
    items: pages.flatMap(({ items }) => items),
    total: pages[0]?.total ?? 0,
    loading: query.isPending && enabled,
    error: query.error,
    hasMore: query.hasNextPage,
    loadingMore: query.isFetchingNextPage,
    more: () => void query.fetchNextPage(),
    again: () => void query.refetch(),
  };
}

export const useMe = (): UseQueryResult<MeView> => useRead(reads.me());

const NOBODY: readonly OrganisationView[] = [];

export interface Organisations {
  readonly all: readonly OrganisationView[];
  /** They have come, or will not: before, who is not found may be there. */
  readonly known: boolean;
  find(id: string | null | undefined): OrganisationView | undefined;
}

/** The tenant's organisations, read once: names stand in nearly every page. */
export function useOrganisations(): Organisations {
  const { data: me } = useMe();
  const inTenant = me?.assignments.some(({ role }) => role !== 'platform-admin') ?? false;
  const { data, isError } = useRead(reads.organisations(), inTenant);
  const all = data?.items ?? NOBODY;
  const known = data !== undefined || isError || (me !== undefined && !inTenant);
  return { all, known, find: (id) => all.find((organisation) => organisation.id === id) };
}
