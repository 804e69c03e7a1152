import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Listed } from '../client/queries.js';
import { Failure, Loading } from '../layout/states.js';
import { useWords } from '../messages/words.js';

interface CardProps<T> {
  title: string;
  to: string;
  none: string;
  list: Listed<T>;
  /** Of what was read, what belongs here; all of it without. */
  pick?(item: T): boolean;
  /** Which of it comes first; as the service sorts it without. */
  order?(items: readonly T[]): readonly T[];
  note?(items: readonly T[]): ReactNode;
  /** What can be done from here, also when there is nothing to show. */
  foot?: ReactNode;
  row(item: T): ReactNode;
  keyOf(item: T): string;
}

const SHOWN = 4;

const isExample = (item: unknown): boolean =>
  typeof item === 'object' && item !== null && 'example' in item && item.example === true;

/** One live figure with the first of what it counts; examples are counted beside it. */
export function Card<T>({ title, to, none, list, pick, order, note, foot, row, keyOf }: CardProps<T>) {
  const { t } = useWords();
  const picked = pick ? list.items.filter(pick) : list.items;
  const items = order?.(picked) ?? picked;
  const examples = items.filter(isExample).length;
  const whole = pick ? items.length : list.total;
  const count = `${whole - examples}${pick && list.hasMore ? '+' : ''}`;
  const ready = !list.loading && !list.error;
  return (
    <section className="panel">
      <header>
        <h2>{title}</h2>
        {ready && items.length > 0 && (
          <span>
            <span className="figure">{count}</span>
            {examples > 0 && <span className="quiet"> {t('home.examples', { n: examples })}</span>}
          </span>
        )}
      </header>
      {list.loading && <Loading />}
      {Boolean(list.error) && <Failure error={list.error} again={list.again} />}
      {ready && items.length === 0 && <p className="quiet">{none}</p>}
      {ready && note?.(items)}
      <ul className="short-list">
        {items.slice(0, SHOWN).map((item) => (
          <li key={keyOf(item)}>{row(item)}</li>
        ))}
      </ul>
      {foot && <p>{foot}</p>}
      <p className="see-all">
        <Link to={to} aria-label={`${t('page.seeAll')}: ${title}`}>
          {t('page.seeAll')} ›
        </Link>
      </p>
    </section>
  );
}
