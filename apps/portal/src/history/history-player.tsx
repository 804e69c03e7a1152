import type { HistoryEntry } from '@lien-ket/contracts';
import { Button } from 'antd';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Listed } from '../client/queries.js';
import { useWords } from '../messages/words.js';
import { day } from '../words/dates.js';
import { eventName } from '../words/names.js';
import { HistoryStep } from './history-step.js';

interface Moves {
  readonly first: number;
  readonly previous: number;
  readonly next: number;
  readonly last: number;
}
const KEYS: Readonly<Record<string, keyof Moves>> = {
  ArrowLeft: 'previous',
  ArrowRight: 'next',
  Home: 'first',
  End: 'last',
};

function Steps({ items, at, go }: { items: readonly HistoryEntry[]; at: number; go(to: number): void }) {
  const { t } = useWords();
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const chosen = list.current?.querySelector<HTMLElement>('[aria-current=step]');
    // The list alone moves: the page stays where the reader is.
    if (list.current && chosen) list.current.scrollTop = chosen.offsetTop - list.current.clientHeight / 2;
  }, [at]);
  return (
    <ol className="steps" ref={list} aria-label={t('history.all')}>
      {items.map(({ seq, type, businessDate, label }, index) => (
        <li key={seq}>
          <button type="button" aria-current={index === at ? 'step' : undefined} onClick={() => go(index)}>
            {eventName(type, t)}
            <br />
            <span className="quiet">
              {day(businessDate)} {label}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}

/** Keys are heard on the whole page, since a button that can't go further loses them; who types or chooses keeps his own. */
function useKeys(go: (move: keyof Moves) => void): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    const move = KEYS[event.key];
    const typing = event.target instanceof Element && event.target.closest('input, textarea, [role=dialog]');
    if (!move || typing) return;
    event.preventDefault();
    go(move);
  });
  useEffect(() => {
    const heard = (event: KeyboardEvent) => pressed(event);
    window.addEventListener('keydown', heard);
    return () => window.removeEventListener('keydown', heard);
  }, []);
}

/** One change after the other, by buttons, by keys or from the list; what is not here yet is fetched on the way. */
export function HistoryPlayer({ list }: { list: Listed<HistoryEntry> }) {
  const { t } = useWords();
  const { items, total } = list;
  const [chosen, setChosen] = useState(0);
  const end = items.length - 1;
  const at = Math.min(chosen, end);
  const entry = items[at];
  const moves: Moves = { first: 0, previous: Math.max(at - 1, 0), next: Math.min(at + 1, end), last: end };
  const go = (to: number) => {
    setChosen(to);
    if (to >= end && list.hasMore && !list.loadingMore) list.more();
  };
  useKeys((move) => go(moves[move]));
  const button = (move: keyof Moves, words: string) => (
    <Button
      disabled={moves[move] === at && (move === 'first' || !list.hasMore)}
      onClick={() => go(moves[move])}
    >
      {words}
    </Button>
  );
  if (!entry) return null;
  return (
    <div>
      <div className="player-bar" role="group" aria-label={t('history.player')} title={t('history.keys')}>
        {button('first', `« ${t('history.first')}`)}
        {button('previous', `‹ ${t('history.previous')}`)}
        <span aria-live="polite">{t('history.step', { n: at + 1, total })}</span>
        {button('next', `${t('history.next')} ›`)}
        {button('last', `${t('history.last')} »`)}
      </div>
      <div className="player">
        <Steps items={items} at={at} go={go} />
        <div>
          <HistoryStep entry={entry} />
        </div>
      </div>
    </div>
  );
}
