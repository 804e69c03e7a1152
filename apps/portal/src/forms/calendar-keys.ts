import dayjs, { type Dayjs } from 'dayjs';
import { useState, type KeyboardEvent } from 'react';

const STEPS: Readonly<Record<string, readonly [number, 'day' | 'week' | 'month']>> = {
  ArrowLeft: [-1, 'day'],
  ArrowRight: [1, 'day'],
  ArrowUp: [-1, 'week'],
  ArrowDown: [1, 'week'],
  PageUp: [-1, 'month'],
  PageDown: [1, 'month'],
};

/** Where a key leads in an open calendar, never before the earliest day; undefined for a key that leads nowhere. */
export function dayByKey(key: string, from: string, earliest?: string): string | undefined {
  const step = STEPS[key];
  if (!step) return undefined;
  const to = dayjs(from)
    .add(...step)
    .format('YYYY-MM-DD');
  return earliest !== undefined && to < earliest ? earliest : to;
}

type Shown = 'date' | 'month' | 'year' | 'decade' | 'week' | 'quarter' | 'time';

interface Stand {
  /** In the month that is shown. */
  readonly day: string;
  /** Come to by keys, to be taken; a month that was turned to by mouse offers no day. */
  readonly byKeys: boolean;
}

interface Places {
  /** What the field holds, where that is a day. */
  readonly value: string | undefined;
  /** Shown while it holds none. */
  readonly opensAt: string | undefined;
  readonly earliest: string | undefined;
}

const isoOf = (day: Dayjs): string => day.format('YYYY-MM-DD');

/** A calendar under its field: the picker knows no keys, so days are gone through while the focus stays in the field, where ↓ opens it. */
export function useCalendar({ value, opensAt, earliest }: Places) {
  const [open, setOpen] = useState(false);
  const [stand, setStand] = useState<Stand>();
  const [shown, setShown] = useState<Shown>('date');
  const at = stand?.day ?? value ?? opensAt;
  const show = (now: boolean) => {
    setOpen(now);
    setStand(undefined);
    setShown('date');
  };
  const go = (event: KeyboardEvent<HTMLElement>) => {
    // By itself the key that shuts the calendar shuts the dialog under it, too.
    if (open && event.key === 'Escape') event.stopPropagation();
    const isPlain = !(event.shiftKey || event.ctrlKey || event.altKey || event.metaKey);
    if (!isPlain || at === undefined || (!open && event.key !== 'ArrowDown')) return;
    const to = dayByKey(event.key, at, earliest);
    if (to === undefined) return;
    event.preventDefault();
    const opened = earliest !== undefined && at < earliest ? earliest : at;
    setOpen(true);
    setStand({ day: open ? to : opened, byKeys: true });
    setShown('date');
  };
  return {
    show,
    go,
    /** The day that the keys have come to. */
    reached: open && stand?.byKeys ? stand.day : undefined,
    picker: {
      open,
      onOpenChange: show,
      mode: shown,
      onPanelChange: (_: unknown, mode: Shown) => setShown(mode),
      onPickerValueChange: (to: Dayjs, { source }: { source: 'reset' | 'panel' }) => {
        // When it opens, the picker would turn to the machine's own day.
        if (source === 'panel') setStand({ day: isoOf(to), byKeys: false });
      },
      ...(at === undefined ? {} : { pickerValue: dayjs(at) }),
    },
  };
}
