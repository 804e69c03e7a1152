import { addDays } from '@lien-ket/kernel';
import { addWorkingDays } from '@lien-ket/calendar';
import { Alert, Button, Progress } from 'antd';
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { get } from '../client/client.js';
import { reads, type DemonstrationView } from '../client/reads.js';
import { DayPicker } from '../forms/day-fields.js';
import { Refusal } from '../forms/refusal.js';
import { Page, Panel } from '../layout/page.js';
import { Loaded } from '../layout/states.js';
import { useWords } from '../messages/words.js';
import { day, weekdayOf } from '../words/dates.js';
import { useMe } from '../client/queries.js';
import { isPlatformAdmin } from '../session/rights.js';
import { usePosting } from './posting.js';

const WATCH_MS = 500;
const STEPS = [1, 7, 30] as const;

function Moving({ state }: { state: DemonstrationView }) {
  const { t } = useWords();
  const percent = Math.round((state.progress ?? 0) * 100);
  return (
    <div role="status">
      <p>{t('demonstration.moving', { day: day(state.jumping) })}</p>
      <Progress percent={percent} aria-label={t('demonstration.progress')} />
    </div>
  );
}

function Mover({ state }: { state: DemonstrationView }) {
  const { t } = useWords();
  const posting = usePosting('demonstration.move');
  const [to, setTo] = useState<string | undefined>(addWorkingDays(state.day, 1));
  const go = (day: string | undefined) => {
    if (day) void posting.submit({ to: day });
  };
  return (
    <>
      {posting.problem && <Refusal problem={posting.problem} again={posting.clear} />}
      <p>{t('demonstration.hint')}</p>
      <div className="filters">
        {STEPS.map((n) => (
          <Button key={n} disabled={posting.busy} onClick={() => go(addDays(state.day, n))}>
            {t('demonstration.step', { n })}
          </Button>
        ))}
      </div>
      <div className="filters">
        <DayPicker label={t('demonstration.to')} value={to} change={setTo} needed />
        <Button
          type="primary"
          disabled={!to || to <= state.day}
          loading={posting.busy}
          onClick={() => go(to)}
        >
          {t('demonstration.go')}
        </Button>
      </div>
    </>
  );
}

/** What the documents say of days gone by and nobody could enter any more. */
function PassedOver({ state }: { state: DemonstrationView }) {
  const { t } = useWords();
  return (
    <details>
      <summary>{t('demonstration.passedOver', { n: state.passedOver.length })}</summary>
      <ul>
        {state.passedOver.map(({ day: on, account, path, why }) => (
          <li key={`${on} ${account} ${path}`}>
            {day(on)}, {account}: {why}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The demonstration's own day, moved forward before one's eyes. */
export function DemonstrationPage() {
  const { t } = useWords();
  const { data: me } = useMe();
  const moves = me !== undefined && isPlatformAdmin(me);
  const read = reads.demonstration();
  const query = useQuery({
    queryKey: ['one', read.path, read.query],
    queryFn: ({ signal }) => get(read, signal),
    refetchInterval: ({ state }) => (state.data?.running ? WATCH_MS : false),
  });
  return (
    <Page title={t('demonstration.title')}>
      <Loaded query={query}>
        {(state) => (
          <Panel title={t('demonstration.day')}>
            <p className="big-day">
              {t(`weekday.${weekdayOf(state.day)}`)} {day(state.day)}
            </p>
            {state.running && <Moving state={state} />}
            {state.fault !== null && (
              <Alert type="error" title={t('demonstration.stopped')} description={state.fault} />
            )}
            {state.passedOver.length > 0 && <PassedOver state={state} />}
            {!state.running && moves && <Mover key={state.day} state={state} />}
          </Panel>
        )}
      </Loaded>
    </Page>
  );
}
