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

/** What was asked, where it is one of the words that have a meaning; an address may have been typed. */
export function oneOf<W extends string>(words: readonly W[], asked: string): W | undefined {
  return words.find((word) => word === asked);
}
