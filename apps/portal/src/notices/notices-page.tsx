import type { NoticeView } from '@lien-ket/contracts';
import { Button } from 'antd';
import { useList } from '../client/queries.js';
import { reads } from '../client/reads.js';
import { useSending } from '../forms/sending.js';
import { Page } from '../layout/page.js';
import { LoadedList } from '../layout/states.js';
import { Mark } from '../layout/tags.js';
import { contractOfCommand } from '../client/commands.js';
import { useWords } from '../messages/words.js';
import { NoticeLine } from './notice-line.js';

function Notice({ notice }: { notice: NoticeView & { revision?: number } }) {
  const { t, language } = useWords();
  const reading = useSending('notifications', 'read');
  const target = { id: notice.id, revision: notice.revision ?? 0 };
  return (
    <li>
      <NoticeLine notice={notice} />{' '}
      {!notice.read && (
        <span className="marks">
          <Mark tone="busy">{t('notices.new')}</Mark>
          <Button size="small" loading={reading.busy} onClick={() => void reading.submit({}, target)}>
            {contractOfCommand('notifications', 'read').summary[language]}
          </Button>
        </span>
      )}
    </li>
  );
}

export function NoticesPage() {
  const { t } = useWords();
  const list = useList(reads.notifications());
  return (
    <Page title={t('notices.title')}>
      <div className="panel">
        <LoadedList list={list} none={t('notices.none')}>
          {(items) => (
            <ul className="short-list">
              {items.map((notice) => (
                <Notice key={notice.id} notice={notice} />
              ))}
            </ul>
          )}
        </LoadedList>
      </div>
    </Page>
  );
}
