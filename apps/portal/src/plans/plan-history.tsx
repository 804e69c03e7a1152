import type { HistoryStep, PlanView } from '@lien-ket/contracts';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { AccountName } from '../audit/account-name.js';
import { useOrganisations, useRead } from '../client/queries.js';
import { reads } from '../client/reads.js';
import { AnsweredDifficulties } from '../difficulties/answered.js';
import { DocumentName } from '../layout/document-name.js';
import { Facts } from '../layout/records.js';
import { Loaded, Nothing } from '../layout/states.js';
import { useWords } from '../messages/words.js';
import { day, instant } from '../words/dates.js';
import { actorName, eventName } from '../words/names.js';
import { FieldChanges } from './field-changes.js';

/** The issue of a plan that did not stand before: everything in it is new, so nothing is compared. */
const FIRST = /\.plan\.issued\./;

interface StepProps {
  step: HistoryStep;
  plan: PlanView;
}

function Changes({ step: { type, changes }, plan }: StepProps) {
  const { t } = useWords();
  const first = FIRST.test(type) && changes.every(({ kind, of }) => kind === 'added' || of === 'plan');
  const [all, setAll] = useState(false);
  if (changes.length === 0) return <p className="quiet">{t('history.noChanges')}</p>;
  if (!first || all) return <FieldChanges changes={changes} content={plan.content} />;
  const count = (of: string) => changes.filter((change) => change.of === of).length;
  return (
    <>
      <p>{t('history.firstIssue', { items: count('item'), sections: count('section') })}</p>
      <Button size="small" onClick={() => setAll(true)}>
        {t('history.showAll')}
      </Button>
    </>
  );
}

function Step({ step, plan }: StepProps) {
  const { t } = useWords();
  const organisations = useOrganisations();
  const { actor } = step;
  return (
    <>
      <h2>{eventName(step.type, t)}</h2>
      <Facts
        facts={[
          [
            t('history.who'),
            <div key="who">
              {actorName(actor, organisations, t)}
              {!plan.origin && <AccountName key={step.eventId} actor={actor} />}
            </div>,
          ],
          [t('history.recorded'), instant(step.recordedAt)],
          [t('history.business'), day(step.businessDate)],
          [t('history.effective'), day(step.effectiveOn)],
          [t('history.grounds'), <DocumentName key="paper" document={step.document} />],
          [t('input.reason'), step.reason ?? '–'],
        ]}
      />
      <AnsweredDifficulties ids={step.difficulties} />
      <div className="gap">
        <Changes key={step.eventId} step={step} plan={plan} />
      </div>
    </>
  );
}

function Player({ steps, plan }: { steps: readonly HistoryStep[]; plan: PlanView }) {
  const { t } = useWords();
  const [chosen, setChosen] = useState<number>();
  const at = Math.min(chosen ?? steps.length - 1, steps.length - 1);
  const step = steps[at];
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const chosenOne = list.current?.querySelector<HTMLElement>('[aria-current=step]');
    // The list alone moves: the page stays where the reader is.
    if (list.current && chosenOne)
      list.current.scrollTop = chosenOne.offsetTop - list.current.clientHeight / 2;
  }, [at]);
  if (!step) return <Nothing>{t('history.none')}</Nothing>;
  return (
    <>
      <div className="player-bar" role="group" aria-label={t('history.player')}>
        <Button disabled={at === 0} onClick={() => setChosen(at - 1)}>
          ‹ {t('history.previous')}
        </Button>
        <span aria-live="polite">{t('history.step', { n: at + 1, total: steps.length })}</span>
        <Button disabled={at === steps.length - 1} onClick={() => setChosen(at + 1)}>
          {t('history.next')} ›
        </Button>
      </div>
      <div className="player">
        <ol className="steps" ref={list} aria-label={t('history.all')}>
          {steps.map(({ eventId, type, businessDate }, index) => (
            <li key={eventId}>
              <button
                type="button"
                aria-current={index === at ? 'step' : undefined}
                onClick={() => setChosen(index)}
              >
                {eventName(type, t)}
                <br />
                <span className="quiet">{day(businessDate)}</span>
              </button>
            </li>
          ))}
        </ol>
        <div>
          <Step step={step} plan={plan} />
        </div>
      </div>
    </>
  );
}

/** How the plan came to be what it is: every change, one by one. */
export function PlanHistory({ plan }: { plan: PlanView }) {
  const query = useRead(reads.planHistory(plan.id));
  return <Loaded query={query}>{({ items }) => <Player steps={items} plan={plan} />}</Loaded>;
}
