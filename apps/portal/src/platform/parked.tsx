import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { useList, useRead } from '../client/queries.js';
import { reads } from '../client/reads.js';
import type { ParkedMessageView, ParkedView } from '../client/registers.js';
import { AreaField } from '../forms/fields.js';
import { List } from '../layout/list.js';
import { Panel } from '../layout/page.js';
import { Facts, type Column } from '../layout/records.js';
import { Loaded } from '../layout/states.js';
import type { Translate } from '../messages/translate.js';
import { useWords } from '../messages/words.js';
import { useMayDo } from '../session/rights.js';
import { day, instant } from '../words/dates.js';
import { eventName, roleName } from '../words/names.js';
import { PostingButton } from './posting-button.js';

interface OneProps {
  parked: ParkedView;
}

/** What came and could not even be read: its place at the broker, and its bytes as text. */
function Unread({ unread }: { unread: NonNullable<ParkedMessageView['unread']> }) {
  const { t } = useWords();
  const bytes = Uint8Array.from(atob(unread.value ?? ''), (letter) => letter.charCodeAt(0));
  return (
    <>
      <p className="quiet">{`${unread.topic}/${unread.partition}, № ${unread.offset}`}</p>
      <pre className="code" tabIndex={0}>
        {new TextDecoder().decode(bytes) || t('page.none')}
      </pre>
    </>
  );
}

function Decisions({ decisions }: Pick<ParkedMessageView, 'decisions'>) {
  const { t } = useWords();
  if (decisions.length === 0) return <p className="quiet">{t('operations.undecided')}</p>;
  return (
    <ul className="entries">
      {decisions.map(({ decision, reason, role, businessDate, at }) => (
        <li key={`${decision} ${at}`}>
          <strong>{t(`operations.decision.${decision}`)}</strong> · {roleName(role, t)} · {day(businessDate)}
          {reason && <p className="pre">{reason}</p>}
          <div className="quiet">
            {t('history.recorded')} {instant(at)}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Details({ parked }: OneProps) {
  const { t } = useWords();
  const query = useRead(reads.parkedMessage(parked.service, parked.message));
  return (
    <Loaded query={query}>
      {({ unread, decisions }) => (
        <>
          <Facts
            facts={[
              [t('audit.event'), eventName(parked.type, t)],
              [t('audit.seq'), `№ ${parked.seq}`],
              [t('operations.handler'), `${parked.service}: ${parked.handler}`],
              [t('input.reason'), t('operations.tries', { reason: parked.reason, n: parked.attempts })],
              [t('operations.since'), instant(parked.since)],
              [t('history.business'), day(parked.businessDate)],
            ]}
          />
          {unread && <Unread unread={unread} />}
          <h3 className="gap">{t('operations.decisions')}</h3>
          <Decisions decisions={decisions} />
        </>
      )}
    </Loaded>
  );
}

function Inspect({ parked }: OneProps) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('registers.see')}</Button>
      {open && (
        <Modal open title={t('operations.one')} footer={null} width={720} onCancel={() => setOpen(false)}>
          <Details parked={parked} />
        </Modal>
      )}
    </>
  );
}

const DECISIONS = [
  ['operations.redrive', 'operations.redriven'],
  ['operations.discard', 'operations.discarded'],
] as const;

/** Seen, taken again, or given up for good; either with a reason that stays. */
function Acts({ parked }: OneProps) {
  const { t } = useWords();
  const { message } = App.useApp();
  const may = useMayDo();
  return (
    <div className="acts">
      <Inspect parked={parked} />
      {DECISIONS.filter(([operation]) => may(operation)).map(([operation, done]) => (
        <PostingButton<{ reason: string }>
          key={operation}
          operation={operation}
          parts={{ service: parked.service, message: parked.message }}
          onDone={() => void message.success(t(done))}
        >
          {operation === 'operations.discard' && <p>{t('operations.discardHint')}</p>}
          <AreaField name="reason" label={t('input.reason')} max={500} />
        </PostingButton>
      ))}
    </div>
  );
}

function columns(t: Translate): Column<ParkedView>[] {
  return [
    { key: 'type', title: t('audit.event'), cell: ({ type }) => eventName(type, t) },
    {
      key: 'where',
      title: t('operations.handler'),
      cell: ({ service, handler }) => `${service}: ${handler}`,
    },
    {
      key: 'why',
      title: t('input.reason'),
      cell: ({ reason, attempts }) => t('operations.tries', { reason, n: attempts }),
    },
    { key: 'on', title: t('history.business'), cell: ({ businessDate }) => day(businessDate) },
    { key: 'acts', title: t('table.acts'), cell: (parked) => <Acts parked={parked} /> },
  ];
}

/** Messages that no handler could take; later ones of the same stream wait behind them. */
export function Parked() {
  const { t } = useWords();
  const list = useList(reads.parked());
  return (
    <Panel title={t('operations.parked')}>
      <List<ParkedView>
        caption={t('operations.parked')}
        list={list}
        none={t('operations.parkedNone')}
        keyOf={({ service, message, handler }) => `${service}/${message}/${handler}`}
        columns={columns(t)}
      />
    </Panel>
  );
}
