import type { PlanView } from '@lien-ket/contracts';
import { Alert, Button } from 'antd';
import { Link, useParams, useSearchParams } from 'react-router';
import { BundleLink } from '../audit/bundle-link.js';
import { useRead } from '../client/queries.js';
import { reads } from '../client/reads.js';
import { DayPicker } from '../forms/day-fields.js';
import { PLAN_WHY } from '../history/fields.js';
import { Why } from '../history/why.js';
import { useAsked } from '../layout/asked.js';
import { DocumentName } from '../layout/document-name.js';
import { Page } from '../layout/page.js';
import { Facts } from '../layout/records.js';
import { Loaded } from '../layout/states.js';
import { Tabs } from '../layout/tabs.js';
import { ExampleMark, Mark, OriginMark } from '../layout/tags.js';
import { useWords } from '../messages/words.js';
import { day, printedDate } from '../words/dates.js';
import { planNumber, titleInLine } from '../words/names.js';
import { PLAN_TONES } from '../words/tones.js';
import { Amended, Ended } from './amended-note.js';
import { PlanActivities } from './plan-activities.js';
import { PlanAmendments } from './plan-amendments.js';
import { PlanCommands } from './plan-commands.js';
import { PlanCompare } from './plan-compare.js';
import { PlanConsultationPanel } from './plan-consultation.js';
import { PlanHistory } from './plan-history.js';
import { PlanRecallPanel } from './plan-recall.js';
import { PlanPapers, PlanProvisions } from './plan-papers.js';
import { PlanTable } from './plan-table.js';
import { PrintHead } from './print-head.js';

interface Moment {
  readonly asOf: string | undefined;
  readonly knownAt: string | undefined;
}

/** The moment stands in the address: what an auditor sees can be sent to another. */
function useMoment(): [Moment, (change: Partial<Moment>) => void] {
  const [search, setSearch] = useSearchParams();
  const moment = { asOf: search.get('asOf') ?? undefined, knownAt: search.get('knownAt') ?? undefined };
  const choose = (change: Partial<Moment>) => {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries({ ...moment, ...change }))
      if (value) next.set(name, value);
      else next.delete(name);
    setSearch(next, { replace: true });
  };
  return [moment, choose];
}

function MomentPicker({ moment, choose }: { moment: Moment; choose(change: Partial<Moment>): void }) {
  const { t } = useWords();
  const { asOf, knownAt } = moment;
  return (
    <details className="moment" open={Boolean(asOf ?? knownAt)}>
      <summary>{t('plans.moment')}</summary>
      <div className="filters" role="group" aria-label={t('plans.moment')}>
        <DayPicker label={t('plans.asOf')} value={asOf} change={(value) => choose({ asOf: value })} />
        <DayPicker
          label={t('plans.knownAt')}
          value={knownAt}
          change={(value) => choose({ knownAt: value })}
        />
        {(asOf ?? knownAt) && (
          <Button onClick={() => choose({ asOf: undefined, knownAt: undefined })}>{t('plans.now')}</Button>
        )}
      </div>
    </details>
  );
}

/** The rule by which a day was concluded that the paper does not print; a code is no rule for a reader. */
function derivedBy(basis: unknown): string | undefined {
  if (typeof basis !== 'object' || basis === null) return undefined;
  const { kind, rule } = basis as { kind?: unknown; rule?: unknown };
  return kind === 'derived' && typeof rule === 'string' && rule.includes(' ') ? rule : undefined;
}

/** What the plan's own paper says otherwise than others: shown, never merged. */
function PaperNotes({ documentId }: { documentId: string }) {
  const { t } = useWords();
  const { data } = useRead(reads.document(documentId));
  if (!data) return null;
  return (
    <>
      <Facts
        inline
        facts={[
          [t('registers.documents'), <DocumentName key="paper" document={{ documentId }} />],
          ...(data.dateAsPrinted ? [[t('documents.dateAsPrinted'), data.dateAsPrinted] as const] : []),
        ]}
      />
      {data.conflicts.length > 0 && (
        <p className="note">
          {t('registers.conflicts')}: {data.conflicts.join('; ')}
        </p>
      )}
    </>
  );
}

/** Before a clerk numbers it a plan has no date yet, which is not the same as a paper whose file lacks it. */
const UNNUMBERED: readonly PlanView['state'][] = [
  'draft',
  'consulting',
  'submitted',
  'retracted',
  'sentBack',
  'signed',
];

/** One line under the title, so that the table itself begins high on the page. */
function PlanFacts({ plan }: { plan: PlanView }) {
  const { t } = useWords();
  const date = plan.date ? printedDate(plan.date) : t('plans.noDate');
  return (
    <Facts
      inline
      facts={[
        [t('plans.number'), planNumber(plan) ?? t('plans.noNumber')],
        [t('input.date'), UNNUMBERED.includes(plan.state) && !plan.date ? '–' : date],
        [
          t('history.effective'),
          <>
            {day(plan.effectiveOn)}
            {derivedBy(plan.basis) && (
              <span className="quiet"> {t('plans.derived', { rule: derivedBy(plan.basis) ?? '' })}</span>
            )}
          </>,
        ],
        [
          t('plans.signedBy'),
          [plan.signer?.title && titleInLine(plan.signer.title), plan.signer?.name]
            .filter(Boolean)
            .join(' ') || '–',
        ],
      ]}
    />
  );
}

function InForceMark({ plan }: { plan: PlanView }) {
  const { t } = useWords();
  if (plan.expired) return <Mark tone="ended">{t('plans.expired')}</Mark>;
  return (
    <Mark tone={plan.inForce ? 'good' : 'plain'}>
      {t(plan.inForce ? 'plans.inForce' : 'plans.notInForce')}
    </Mark>
  );
}

function PlanTabs({ plan, past }: { plan: PlanView; past: boolean }) {
  const { t } = useWords();
  const [asked, ask] = useAsked();
  const tabs = [
    { key: 'content', label: t('plans.tab.content'), children: <PlanTable plan={plan} past={past} /> },
    {
      key: 'activities',
      label: t('plans.tab.activities'),
      children: <PlanActivities plan={plan} past={past} />,
    },
    { key: 'provisions', label: t('plans.tab.provisions'), children: <PlanProvisions plan={plan} /> },
    { key: 'recipients', label: t('plans.tab.recipients'), children: <PlanPapers plan={plan} /> },
    {
      key: 'amendments',
      label: t('plans.tab.amendments'),
      children: <PlanAmendments plan={plan} past={past} />,
    },
    { key: 'history', label: t('plans.tab.history'), children: <PlanHistory plan={plan} /> },
    { key: 'compare', label: t('plans.tab.compare'), children: <PlanCompare plan={plan} /> },
  ];
  return (
    <div className="panel">
      <Tabs
        label={t('nav.plans')}
        tabs={tabs}
        active={asked('tab') || 'content'}
        choose={(tab) => ask('tab', tab)}
      />
    </div>
  );
}

export function PlanPage() {
  const { t } = useWords();
  const { id = '' } = useParams();
  const [moment, choose] = useMoment();
  const query = useRead(reads.plan(id, moment));
  const past = moment.asOf !== undefined || moment.knownAt !== undefined;
  const words = { asOf: t('plans.today'), knownAt: t('plans.today') };
  if (moment.asOf) words.asOf = day(moment.asOf);
  if (moment.knownAt) words.knownAt = day(moment.knownAt);
  return (
    <Loaded query={query}>
      {(plan) => (
        <Page
          title={plan.title}
          above={{ to: '/plans', title: t('plans.title') }}
          printed={<PrintHead plan={plan} moment={moment} />}
          marks={
            <>
              <Mark tone={PLAN_TONES[plan.state]}>{t(`plan.state.${plan.state}`)}</Mark>
              {plan.state === 'issued' && <InForceMark plan={plan} />}
              <ExampleMark example={plan.example} />
              <OriginMark origin={plan.origin} />
            </>
          }
          acts={
            <>
              {!past && !plan.origin && <PlanCommands plan={plan} />}
              {!past && !plan.origin && plan.state !== 'draft' && <BundleLink plan={plan.id} />}
              <Why scope="plan" id={plan.id} fields={PLAN_WHY} name={plan.title} />
              <Link to={`/history?scope=plan&id=${plan.id}`}>{t('history.open')}</Link>
              <Button onClick={() => window.print()}>{t('plans.print')}</Button>
            </>
          }
        >
          {past && <Alert type="info" showIcon title={t('plans.past', words)} className="refusal" />}
          <section className="panel strip" aria-label={t('plans.number')}>
            <PlanFacts plan={plan} />
            <Ended plan={plan} />
            <Amended plan={plan} />
            {plan.content.documentId && !plan.origin && <PaperNotes documentId={plan.content.documentId} />}
            <MomentPicker moment={moment} choose={choose} />
          </section>
          {plan.consultation && <PlanConsultationPanel plan={plan} consultation={plan.consultation} />}
          {plan.recall && <PlanRecallPanel plan={plan} recall={plan.recall} />}
          <PlanTabs plan={plan} past={past} />
        </Page>
      )}
    </Loaded>
  );
}
