import type { ActivityView, ParticipationView } from '@lien-ket/contracts';
import { Link } from 'react-router';
import { useMe } from '../client/queries.js';
import { useTenantNames } from '../client/tenants.js';
import { CommandButton } from '../forms/command-button.js';
import { DayField } from '../forms/day-fields.js';
import { AreaField, ChoiceField } from '../forms/fields.js';
import { Corrections } from '../layout/corrections.js';
import { Panel } from '../layout/page.js';
import { Mark } from '../layout/tags.js';
import { useWords } from '../messages/words.js';
import { touches } from '../session/rights.js';
import { day } from '../words/dates.js';

interface Props {
  activity: ActivityView;
}
const ROLES = ['lead', 'coordinate', 'attend'] as const;
type Part = (typeof ROLES)[number];

const writersOf = ({ organisationId }: ParticipationView): string[] =>
  organisationId ? [organisationId] : [];

/** Sửa lỗi nhập liệu of one entry; what the form does not ask for stays as it was entered. */
function CorrectPart({
  part,
  entry,
}: {
  part: ParticipationView;
  entry: ParticipationView['entries'][number];
}) {
  const { t } = useWords();
  const { data: me } = useMe();
  const { eventId: corrects, text, happenedOn, figures, links, evidence, correctable } = entry;
  if (!correctable || !touches(me, writersOf(part))) return null;
  return (
    <CommandButton
      title={t('activities.correct')}
      resource="participations"
      command="correctEntry"
      target={part}
      initial={{ text, happenedOn }}
      body={(v: { reason: string; text: string; happenedOn: string }) => ({
        ...{ corrects, figures: [...figures], links: [...links], evidence: [...evidence] },
        ...v,
      })}
    >
      <AreaField name="reason" label={t('input.reason')} rows={2} max={2000} />
      <DayField name="happenedOn" label={t('input.happenedOn')} />
      <AreaField name="text" label={t('input.text')} />
    </CommandButton>
  );
}

/** What we do with our own part in an activity of another tenant. */
function OwnPart({ part }: { part: ParticipationView }) {
  const { t } = useWords();
  const { data: me } = useMe();
  const today = me?.businessDate ?? '';
  if (part.state === 'withdrawn' || !touches(me, writersOf(part))) return null;
  return (
    <div className="acts">
      <CommandButton
        primary
        resource="participations"
        command="progress"
        target={part}
        initial={{ happenedOn: today }}
        body={(v: { text: string; happenedOn: string }) => v}
      >
        <DayField name="happenedOn" label={t('input.happenedOn')} />
        <AreaField name="text" label={t('input.text')} />
      </CommandButton>
      <CommandButton
        resource="participations"
        command="reportDone"
        target={part}
        initial={{ doneOn: today }}
        body={(v: { text: string; doneOn: string }) => v}
      >
        <DayField name="doneOn" label={t('input.doneOn')} />
        <AreaField name="text" label={t('input.text')} />
      </CommandButton>
      <CommandButton
        resource="participations"
        command="propose"
        target={part}
        body={(v: { text: string }) => v}
      >
        <AreaField name="text" label={t('input.text')} />
      </CommandButton>
      <CommandButton
        resource="participations"
        command="withdraw"
        target={part}
        body={(v: { reason: string }) => v}
      >
        <AreaField name="reason" label={t('input.reason')} max={2000} />
      </CommandButton>
    </div>
  );
}

function Join({ activity }: Props) {
  const { t } = useWords();
  const roles = activity.mayLead ? ROLES : ROLES.filter((role) => role !== 'lead');
  const options = roles.map((value) => ({ value, label: t(`participation.role.${value}`) }));
  return (
    <CommandButton
      primary
      resource="participations"
      command="create"
      initial={{ role: 'coordinate' as Part }}
      body={(v: { role: Part; note?: string }) => ({
        activityId: activity.id,
        role: v.role,
        ...(v.note ? { note: v.note } : {}),
      })}
    >
      <ChoiceField name="role" label={t('participation.role')} options={options} />
      <AreaField name="note" label={t('input.note')} max={2000} optional />
    </CommandButton>
  );
}

function One({ part, activity }: Props & { part: ParticipationView }) {
  const { t } = useWords();
  const nameOf = useTenantNames();
  const reported = part.entries.some(({ kind }) => kind !== 'proposal');
  return (
    <li>
      <strong>{part.organisation}</strong>{' '}
      <span className="mark mark-origin">{nameOf(part.tenant) ?? t('app.elsewhere')}</span>{' '}
      <span className="quiet">{t(`participation.role.${part.role}`)}</span>{' '}
      <Mark tone={part.state === 'withdrawn' ? 'ended' : 'busy'}>
        {t(`participation.state.${part.state}`)}
      </Mark>
      {part.note && <p className="pre">{part.note}</p>}
      <ul className="short-list">
        {part.entries.map((entry) => (
          <li key={entry.eventId}>
            {day(entry.happenedOn)} · <span className="quiet">{t(`participation.kind.${entry.kind}`)}</span>{' '}
            {entry.text}
            <Corrections corrections={entry.corrections} />
            <CorrectPart part={part} entry={entry} />
          </li>
        ))}
      </ul>
      {part.origin && reported && (
        <CommandButton
          resource="activities"
          command="takeOver"
          target={activity}
          body={() => ({ participationId: part.id })}
        />
      )}
      {!part.origin && <OwnPart part={part} />}
    </li>
  );
}

/** Parts of other tenants in our activity, or our own part in theirs. */
export function Participations({ activity }: Props) {
  const { t } = useWords();
  const { participations, origin } = activity;
  const mayJoin = origin !== null && participations.every(({ state }) => state === 'withdrawn');
  if (participations.length === 0 && !mayJoin) return null;
  return (
    <Panel title={t('participation.title')} side={mayJoin && <Join activity={activity} />}>
      {participations.length === 0 && <p className="quiet">{t('participation.none')}</p>}
      <ul className="entries">
        {participations.map((part) => (
          <One key={part.id} part={part} activity={activity} />
        ))}
      </ul>
    </Panel>
  );
}

/** Where the work came from and where it goes on; rows of other plans that are the same work. */
export function Relations({ activity }: Props) {
  const { t } = useWords();
  const nameOf = useTenantNames();
  const { carriedOverFrom, carriedOverTo, sameAs, postponedUntil } = activity;
  if (!carriedOverFrom && !carriedOverTo && !postponedUntil && sameAs.length === 0) return null;
  return (
    <Panel title={t('relations.title')}>
      <ul className="short-list">
        {postponedUntil && <li>{t('relations.postponed', { day: day(postponedUntil) })}</li>}
        {carriedOverFrom && (
          <li>
            <Link to={`/activities/${carriedOverFrom.activityId}`}>{t('relations.from')}</Link>
          </li>
        )}
        {carriedOverTo && (
          <li>
            <Link to={`/activities/${carriedOverTo.activityId}`}>{t('relations.to')}</Link>
          </li>
        )}
        {sameAs.map(({ tenant, activityId }) => (
          <li key={activityId}>
            <Link to={`/activities/${activityId}`}>
              {t('relations.same', { tenant: nameOf(tenant) ?? t('app.elsewhere') })}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
