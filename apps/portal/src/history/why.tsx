import type { WhyStep } from '@lien-ket/contracts';
import { Button, Modal, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useRead } from '../client/queries.js';
import { reads } from '../client/reads.js';
import { Facts, Records } from '../layout/records.js';
import { Loaded, Nothing } from '../layout/states.js';
import { Mark } from '../layout/tags.js';
import { useWords } from '../messages/words.js';
import { partName, Value } from '../plans/field-changes.js';
import { CHOICE_SEARCH } from '../words/choices.js';
import { day } from '../words/dates.js';
import { eventName } from '../words/names.js';
import type { Tone } from '../words/tones.js';
import { Grounds, Who } from './history-step.js';

interface Asked {
  readonly scope: 'plan' | 'item' | 'activity' | 'agreement';
  readonly id: string;
  /** What can be asked about; the first is told at once. */
  readonly fields: readonly [string, ...string[]];
  /** What it is called. */
  readonly name: string;
}

const TONES: Readonly<Record<WhyStep['standing'], Tone>> = {
  stands: 'good',
  superseded: 'plain',
  corrected: 'ended',
  future: 'wait',
};

function Chain({ steps, field }: { steps: readonly WhyStep[]; field: string }) {
  const { t } = useWords();
  return (
    <Records
      caption={t('why.title')}
      records={steps}
      keyOf={({ entry }) => String(entry.seq)}
      columns={[
        {
          key: 'what',
          title: t('history.what'),
          cell: ({ entry, standing }) => (
            <>
              <strong>{eventName(entry.type, t)}</strong>
              <div>
                <Mark tone={TONES[standing]}>{t(`why.${standing}`)}</Mark>
              </div>
            </>
          ),
        },
        {
          key: 'after',
          title: t('history.after'),
          cell: ({ after }) => <Value value={after} field={field} />,
        },
        { key: 'grounds', title: t('history.grounds'), cell: ({ entry }) => <Grounds entry={entry} /> },
        { key: 'who', title: t('history.who'), cell: ({ entry }) => <Who entry={entry} /> },
        {
          key: 'when',
          title: t('history.recorded'),
          cell: ({ entry }) => (
            <>
              {day(entry.businessDate)}
              {entry.effectiveOn && (
                <div className="quiet">
                  {t('history.effective')} {day(entry.effectiveOn)}
                </div>
              )}
            </>
          ),
        },
      ]}
    />
  );
}

function Answer({ scope, id, field }: Pick<Asked, 'scope' | 'id'> & { field: string }) {
  const { t } = useWords();
  const query = useRead(reads.why({ scope, id, field }));
  return (
    <Loaded query={query}>
      {({ value, steps }) =>
        steps.length === 0 ? (
          <Nothing>{t('why.none')}</Nothing>
        ) : (
          <>
            <Facts facts={[[t('why.value'), <Value key="value" value={value} field={field} />]]} />
            <Chain steps={steps} field={field} />
          </>
        )
      }
    </Loaded>
  );
}

/** Vì sao? Any field of a record: the acts that made it what it is. */
export function Why({ scope, id, fields, name }: Asked) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const [field, setField] = useState(fields[0]);
  return (
    <>
      <Button size="small" aria-label={t('why.of', { what: name })} onClick={() => setOpen(true)}>
        {t('why.title')}
      </Button>
      <Modal
        open={open}
        destroyOnHidden
        title={t('why.of', { what: name })}
        width={860}
        footer={<Link to={`/history?scope=${scope}&id=${id}`}>{t('history.open')}</Link>}
        onCancel={() => setOpen(false)}
      >
        <label>
          {t('why.field')}{' '}
          <Select
            value={field}
            onChange={setField}
            popupMatchSelectWidth={false}
            showSearch={CHOICE_SEARCH}
            options={fields.map((value) => ({ value, label: partName(value, t) }))}
          />
        </label>
        <Answer key={field} scope={scope} id={id} field={field} />
      </Modal>
    </>
  );
}
