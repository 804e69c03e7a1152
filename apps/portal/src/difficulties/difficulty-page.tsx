import { useTenantNames } from '../client/tenants.js';
import type { DifficultyView } from '@lien-ket/contracts';
import { Link, useParams } from 'react-router';
import { useOrganisations, useRead } from '../client/queries.js';
import { reads } from '../client/reads.js';
import { Page, Panel } from '../layout/page.js';
import { Facts } from '../layout/records.js';
import { Loaded } from '../layout/states.js';
import { ExampleMark, Mark, OriginMark } from '../layout/tags.js';
import { isMessageKey } from '../messages/translate.js';
import { useWords } from '../messages/words.js';
import { day } from '../words/dates.js';
import { actorName, documentName, eventName, fieldName, nameById, roleName } from '../words/names.js';
import { DIFFICULTY_TONES } from '../words/tones.js';
import { DifficultyCommands } from './difficulty-commands.js';

/** A step may come as a wire name or as its last word. */
function useStepName(): (type: string) => string {
  const { t } = useWords();
  return (type) => {
    const key = `event.difficulty.${type}`;
    return isMessageKey(key) ? t(key) : eventName(type, t);
  };
}

function Steps({ difficulty }: { difficulty: DifficultyView }) {
  const { t } = useWords();
  const organisations = useOrganisations();
  const stepName = useStepName();
  const nameOf = useTenantNames();
  // What arrived from the other side was written there; here only the platform put it down.
  const from = (tenant: string | undefined) => {
    const side = difficulty.origin?.tenant ?? tenant;
    return side ? (nameOf(side) ?? t('app.elsewhere')) : roleName('system', t);
  };
  return (
    <Panel title={t('difficulties.steps')}>
      <ol className="entries">
        {difficulty.steps.map(({ type, businessDate, text, actor, tenant, authority, document }, at) => (
          <li key={at}>
            <strong>{stepName(type)}</strong>{' '}
            <span className="quiet">
              {day(businessDate)} ·{' '}
              {actor.role === 'system' ? from(tenant) : actorName(actor, organisations, t)}
            </span>
            {(tenant ?? authority) && <div>{authority ?? nameOf(tenant ?? '')}</div>}
            {document && Object.keys(document).length > 0 && (
              <div className="quiet">{documentName(document, t)}</div>
            )}
            {text && <p className="pre">{text}</p>}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

/** Amendments that name it, each on the page of its plan. */
function LedTo({ difficulty: { amendments } }: { difficulty: DifficultyView }) {
  const { t } = useWords();
  if (amendments.length === 0) return null;
  return (
    <Panel title={t('difficulties.ledTo')}>
      <ul className="entries">
        {amendments.map(({ planId, amendmentId, document }) => (
          <li key={amendmentId}>
            <Link to={`/plans/${planId}?tab=history`}>{documentName(document, t)}</Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

export function DifficultyPage() {
  const { t } = useWords();
  const { id = '' } = useParams();
  const organisations = useOrganisations();
  const nameOf = useTenantNames();
  const query = useRead(reads.difficulty(id));
  return (
    <Loaded query={query}>
      {(difficulty) => (
        <Page
          title={t('difficulties.title')}
          above={{ to: '/difficulties', title: t('difficulties.title') }}
          marks={
            <>
              <Mark tone={DIFFICULTY_TONES[difficulty.state]}>
                {t(`difficulty.state.${difficulty.state}`)}
              </Mark>
              <ExampleMark example={difficulty.example} />
              <OriginMark origin={difficulty.origin} />
            </>
          }
          acts={<DifficultyCommands difficulty={difficulty} />}
        >
          <Panel title={t('input.text')}>
            <p className="pre">{difficulty.text}</p>
            <hr className="rule" />
            <Facts
              facts={[
                [
                  t('difficulties.raisedBy'),
                  difficulty.origin
                    ? (nameOf(difficulty.origin.tenant) ?? t('app.elsewhere'))
                    : nameById(organisations, difficulty.raisedBy, t),
                ],
                [t('input.from'), day(difficulty.raisedOn)],
                [t('input.field'), fieldName(difficulty.field, t)],
                [t('difficulties.assignedTo'), nameById(organisations, difficulty.assignedTo, t)],
                [t('difficulties.authority'), difficulty.authority ?? '–'],
                [t('input.dueOn'), day(difficulty.dueOn)],
                [
                  t('difficulties.activity'),
                  difficulty.activityId ? (
                    <Link to={`/activities/${difficulty.activityId}`}>{t('page.open')}</Link>
                  ) : (
                    '–'
                  ),
                ],
              ]}
            />
          </Panel>
          <LedTo difficulty={difficulty} />
          <Steps difficulty={difficulty} />
        </Page>
      )}
    </Loaded>
  );
}
