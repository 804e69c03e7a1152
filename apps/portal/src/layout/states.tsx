import { Alert, Button, Empty, Skeleton } from 'antd';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { isProblem } from '../client/problem.js';
import type { Listed } from '../client/queries.js';
import type { Translate } from '../messages/translate.js';
import { useWords } from '../messages/words.js';
import { NotFound } from './not-found.js';

/** What to tell a person about a failure; the server's own sentence where it sent one. */
export function problemWords(error: unknown, t: Translate): string {
  if (!isProblem(error)) return t('error.unknown', { code: 'portal' });
  if (error.detail) return error.detail;
  return error.status === 0 ? t('error.network') : t('error.unknown', { code: error.code });
}

export function Loading() {
  const { t } = useWords();
  return (
    <div role="status" aria-label={t('page.loading')}>
      <Skeleton active title={false} paragraph={{ rows: 5 }} />
    </div>
  );
}

export function Failure({ error, again }: { error: unknown; again(): void }) {
  const { t } = useWords();
  return (
    <Alert
      type="error"
      showIcon
      title={t('error.title')}
      description={problemWords(error, t)}
      action={<Button onClick={again}>{t('page.retry')}</Button>}
    />
  );
}

export function Nothing({ children }: { children: ReactNode }) {
  return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={children} />;
}

/** One answer: skeleton, error with a way on, or the page. What is there stays while it is asked anew. */
export function Loaded<T>({ query, children }: { query: UseQueryResult<T>; children(data: T): ReactNode }) {
  if (query.data !== undefined) return children(query.data);
  if (isProblem(query.error) && query.error.status === 404) return <NotFound />;
  if (query.error) return <Failure error={query.error} again={() => void query.refetch()} />;
  return <Loading />;
}

interface ListProps<T> {
  list: Listed<T>;
  none: string;
  children(items: readonly T[]): ReactNode;
}

export function LoadedList<T>({ list, none, children }: ListProps<T>) {
  const { t } = useWords();
  if (list.loading) return <Loading />;
  if (list.error && list.items.length === 0) return <Failure error={list.error} again={list.again} />;
  if (list.items.length === 0) return <Nothing>{none}</Nothing>;
  return (
    <>
      {children(list.items)}
      {list.hasMore && (
        <p className="more">
          <Button onClick={list.more} loading={list.loadingMore}>
            {t('page.more', { n: list.items.length, total: list.total })}
          </Button>
        </p>
      )}
    </>
  );
}
