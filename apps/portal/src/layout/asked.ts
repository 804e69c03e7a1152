import { useSearchParams } from 'react-router';

/** Filters stand in the address, so that going back and sharing work. */
export function useAsked(): [(name: string) => string, (name: string, value: string | undefined) => void] {
  const [search, setSearch] = useSearchParams();
  const ask = (name: string, value: string | undefined) => {
    const next = new URLSearchParams(search);
    if (value) next.set(name, value);
    else next.delete(name);
    setSearch(next, { replace: true });
  };
  return [(name) => search.get(name) ?? '', ask];
}
