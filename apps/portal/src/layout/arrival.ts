import { useEffect, useRef, type RefObject } from 'react';
import { useLocation } from 'react-router';

/** The path at whose heading the reader is; none before the first page, where the browser's own beginning is right. */
const at: { path: string | undefined } = { path: undefined };

interface Arrival {
  readonly from: string | undefined;
  readonly to: string;
  /** The page itself is new, and not only its address. */
  readonly fresh: boolean;
  /** What has the focus lives on in the content: a tab that leads to its own address. */
  readonly kept: boolean;
}

/** Whether the reader begins anew: at another page than before, unless what they act on is still there. */
export function beginsAnew({ from, to, fresh, kept }: Arrival): boolean {
  return from !== undefined && from !== to && (fresh || !kept);
}

/** Gives a page's heading the focus after navigation: else keyboard and screen reader begin at the top of the frame. */
export function useArrival(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef<string>(undefined);
  const { pathname } = useLocation();
  useEffect(() => {
    const active = document.activeElement;
    const kept = active !== document.body && active?.closest('#content') !== null;
    const arrival = { from: at.path, to: pathname, fresh: shown.current === undefined, kept };
    at.path = pathname;
    shown.current = pathname;
    if (beginsAnew(arrival)) heading.current?.focus();
  }, [pathname]);
  return heading;
}
