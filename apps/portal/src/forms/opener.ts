import { useEffect, useRef, type RefObject } from 'react';

/** The button that opened a dialog: when the dialog is gone, whoever works by keyboard goes on from there. */
export function useOpener(open: boolean): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !open) button.current?.focus();
    wasOpen.current = open;
  }, [open]);
  return button;
}
