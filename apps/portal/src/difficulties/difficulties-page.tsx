import type { DifficultyState } from '@lien-ket/contracts';
import { useList } from '../client/queries.js';
import { reads } from '../client/reads.js';
import { Page, Panel } from '../layout/page.js';
import { LoadedList } from '../layout/states.js';
import type { MessageKey } from '../messages/vi.js';
import { useWords } from '../messages/words.js';
import { DifficultyLine } from './difficulty-line.js';
import { RaiseDifficulty } from './raise-difficulty.js';

const GROUPS: readonly { title: MessageKey; states: readonly DifficultyState[] }[] = [
  { title: 'difficulties.group.new', states: ['raised', 'reopened'] },
  { title: 'difficulties.group.working', states: ['received', 'assigned', 'answered'] },
  { title: 'difficulties.group.waiting', states: ['submittedToCommittee', 'petitioned', 'resolved'] },
  { title: 'difficulties.group.closed', states: ['confirmed', 'declined'] },
];

/** The board: where each difficulty stands, and so whose hand it waits for. */
export function DifficultiesPage() {
  const { t } = useWords();
  const list = useList(reads.difficulties());
  return (
    <Page title={t('difficulties.title')} acts={<RaiseDifficulty />}>
      <LoadedList list={list} none={t('difficulties.none')}>
        {(items) => (
          <div className="cards">
            {GROUPS.map(({ title, states }) => {
              const found = items.filter(({ state }) => states.includes(state));
              return (
                <Panel key={title} title={t(title)} side={<span className="figure">{found.length}</span>}>
                  {found.length === 0 && <p className="quiet">{t('page.none')}</p>}
                  <ul className="short-list">
                    {found.map((difficulty) => (
                      <li key={difficulty.id}>
                        <DifficultyLine difficulty={difficulty} />
                      </li>
                    ))}
                  </ul>
                </Panel>
              );
            })}
          </div>
        )}
      </LoadedList>
    </Page>
  );
}
