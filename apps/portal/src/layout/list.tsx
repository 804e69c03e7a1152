import { Input, Segmented, Select } from 'antd';
import type { ReactNode } from 'react';
import type { Listed } from '../client/queries.js';
import { useWords } from '../messages/words.js';
import { CHOICE_SEARCH, type Choice } from '../words/choices.js';
import { useAsked } from './asked.js';
import { Page } from './page.js';
import { Records, type Column } from './records.js';
import { LoadedList } from './states.js';

export interface ListProps<T> {
  caption: string;
  list: Listed<T>;
  none: string;
  columns: readonly Column<T>[];
  keyOf(item: T): string;
  /** What narrows the list, and what adds to it. */
  filters?: ReactNode;
  /** What is said about the items before they are listed. */
  before?(items: readonly T[]): ReactNode;
}

/** Filters, then the records or why there are none: the frame of every list. */
export function List<T>({ caption, list, none, columns, keyOf, filters, before }: ListProps<T>) {
  return (
    <>
      {filters && <div className="filters">{filters}</div>}
      <LoadedList list={list} none={none}>
        {(items) => (
          <>
            {before?.(items)}
            <Records caption={caption} columns={columns} records={items} keyOf={keyOf} />
          </>
        )}
      </LoadedList>
    </>
  );
}

interface ListPageProps<T> extends Omit<ListProps<T>, 'caption'> {
  title: string;
  acts?: ReactNode;
  intro?: ReactNode;
  above?: { to: string; title: string };
}

export function ListPage<T>({ title, acts, intro, above, ...list }: ListPageProps<T>) {
  return (
    <Page title={title} acts={acts} {...(above ? { above } : {})}>
      {intro}
      <div className="panel">
        <List caption={title} {...list} />
      </div>
    </Page>
  );
}

/** Words that are looked for; they stand in the address as `q`. */
export function SearchFilter() {
  const { t } = useWords();
  const [asked, ask] = useAsked();
  return (
    <label>
      {t('page.search')}
      <Input.Search
        allowClear
        key={asked('q')}
        defaultValue={asked('q')}
        onSearch={(value) => ask('q', value)}
      />
    </label>
  );
}

interface ChoiceFilterProps {
  name: string;
  label: string;
  options: readonly Choice[];
}

export function ChoiceFilter({ name, label, options }: ChoiceFilterProps) {
  const [asked, ask] = useAsked();
  return (
    <label>
      {label}
      <Select
        allowClear
        popupMatchSelectWidth={false}
        value={asked(name) || undefined}
        onChange={(value?: string) => ask(name, value)}
        showSearch={CHOICE_SEARCH}
        options={[...options]}
      />
    </label>
  );
}

/** A few exclusive views of one list, all in sight. */
export function ViewFilter({ name, label, options, value }: ChoiceFilterProps & { value?: string }) {
  const [asked, ask] = useAsked();
  return (
    <Segmented
      aria-label={label}
      value={value ?? asked(name)}
      onChange={(chosen) => ask(name, chosen)}
      options={[...options]}
    />
  );
}
