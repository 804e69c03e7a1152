import type { ObligationView } from '@lien-ket/contracts';
import { Link, useParams } from 'react-router';
import { useMe, useOrganisations, useRead } from '../client/queries.js';
import { useTenantNames } from '../client/tenants.js';
import { reads } from '../client/reads.js';
import { Page, Panel } from '../layout/page.js';
import { Facts } from '../layout/records.js';
import { Loaded } from '../layout/states.js';
import { ExampleMark, Mark, SignalMark } from '../layout/tags.js';
import { useWords } from '../messages/words.js';
import { isMine, useMay } from '../session/rights.js';
import { day, weekdayOf } from '../words/dates.js';
import { isWaiting } from '../words/due.js';
import { debtorWords, dutyTitle, waivedWords } from '../words/duty-words.js';
import { nameById } from '../words/names.js';
import { OBLIGATION_TONES } from '../words/tones.js';
import { DueText } from './due-text.js';
import { ObligationCommands } from './obligation-commands.js';
import { ReportEditor } from './report-editor.js';
import { ReportText } from './report-text.js';
import { periodName } from '../words/period-name.js';

interface Props {
  obligation: ObligationView;
}

function Duty({ obligation }: Props) {
  const { t } = useWords();
  const organisations = useOrganisations();
  const nameOf = useTenantNames();
  const { dueOn, firstDueOn, planId, planNumber } = obligation;
  return (
    <section className="panel" aria-label={t('obligations.report')}>
      <Facts
        facts={[
          [t('obligations.from'), debtorWords(obligation, { organisations, nameOf }, t)],
          [t('obligations.to'), obligation.receiver.printed],
          [t('obligations.period'), periodName(obligation.period, t)],
          [
            t('obligations.due'),
            <>
              <DueText obligation={obligation} />
              {firstDueOn && firstDueOn !== dueOn && (
                <div className="quiet">
                  {t('obligations.firstDue', { day: day(firstDueOn) })} ·{' '}
                  {t('obligations.newDue', { day: day(dueOn) })}
                </div>
              )}
              {dueOn && dueOn === firstDueOn && obligation.daysLateAtSending !== null && (
                <div className="quiet">
                  {t('due.until', { weekday: t(`weekday.${weekdayOf(dueOn)}`), day: day(dueOn) })}
                </div>
              )}
              {obligation.dueBasis === 'derived' && <div className="quiet">{t('due.derived')}</div>}
            </>,
          ],
          [t('obligations.asPrinted'), obligation.asPrinted ?? '–'],
          [t('obligations.cutOff'), day(obligation.cutOff)],
          [
            t('activities.plan'),
            planId ? (
              <Link key="plan" to={`/plans/${planId}`}>
                {planNumber ?? t('plans.noNumber')}
              </Link>
            ) : (
              '–'
            ),
          ],
        ]}
      />
    </section>
  );
}

function Extension({ obligation: { extension } }: Props) {
  const { t } = useWords();
  if (!extension) return null;
  const { reason, proposedOn, granted, dueOn } = extension;
  return (
    <Panel title={t('obligations.extension')}>
      <p>{t('obligations.extensionAsked', { day: day(proposedOn) })}</p>
      <p className="pre">{reason}</p>
      {granted === true && <p>{t('obligations.extensionGranted', { day: day(dueOn) })}</p>}
      {granted === false && <p>{t('obligations.extensionRefused')}</p>}
    </Panel>
  );
}

function Waived({ obligation: { waived } }: Props) {
  const { t } = useWords();
  if (!waived) return null;
  return (
    <Panel title={t('obligations.waived')}>
      <p className="pre">{waivedWords(waived, t)}</p>
    </Panel>
  );
}

/** Who urged, and when: đôn đốc is logged. */
function Urgings({ obligation: { urgings } }: Props) {
  const { t } = useWords();
  const organisations = useOrganisations();
  if (urgings.length === 0) return null;
  return (
    <Panel title={t('obligations.urgings')}>
      <ul className="entries">
        {[...urgings].reverse().map(({ on, organisationId, text }, at) => (
          <li key={at}>
            <strong>
              {t('obligations.urgedBy', { day: day(on), who: nameById(organisations, organisationId, t) })}
            </strong>
            {text && <p className="pre note">{text}</p>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Versions({ obligation }: Props) {
  const { t } = useWords();
  return (
    <Panel title={t('obligations.versions')}>
      {obligation.versions.length === 0 && <p className="quiet">{t('obligations.noVersions')}</p>}
      <ul className="entries">
        {[...obligation.versions].reverse().map((each) => (
          <li key={each.version}>
            <strong>{t('obligations.version', { n: each.version, day: day(each.sentOn) })}</strong>{' '}
            <Mark tone={OBLIGATION_TONES[each.state]}>{t(`obligation.state.${each.state}`)}</Mark>
            {each.daysLate > 0 && <span> · {t('due.late', { n: each.daysLate })}</span>}
            {each.note && <p className="pre note">{each.note}</p>}
            <ReportText report={each.report} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

export function ObligationPage() {
  const { t } = useWords();
  const { id = '' } = useParams();
  const { data: me } = useMe();
  const may = useMay();
  const query = useRead(reads.obligation(id));
  return (
    <Loaded query={query}>
      {(obligation) => (
        <Page
          title={dutyTitle(obligation, t)}
          above={{ to: '/obligations', title: t('obligations.title') }}
          marks={
            <>
              <Mark tone={OBLIGATION_TONES[obligation.state]}>
                {t(`obligation.state.${obligation.state}`)}
              </Mark>
              {obligation.state !== 'unknownOutcome' && <SignalMark signal={obligation.signal} />}
              <ExampleMark example={obligation.example} />
            </>
          }
          acts={<ObligationCommands obligation={obligation} />}
        >
          <Duty obligation={obligation} />
          <Extension obligation={obligation} />
          <Waived obligation={obligation} />
          <Urgings obligation={obligation} />
          {isMine(me, obligation.debtorId) && isWaiting(obligation) && may('obligations', 'draftReport') && (
            <ReportEditor key={obligation.id} obligation={obligation} />
          )}
          <Versions obligation={obligation} />
        </Page>
      )}
    </Loaded>
  );
}
