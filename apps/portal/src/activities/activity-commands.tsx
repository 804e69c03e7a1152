import type { ActivityView, ProgressView } from '@lien-ket/contracts';
import { useMe } from '../client/queries.js';
import { CommandButton } from '../forms/command-button.js';
import { EvidenceField, evidenceOf, type StoredFile } from '../forms/evidence-field.js';
import { figuresOf, type FigureValues } from '../forms/figures.js';
import { DayField } from '../forms/day-fields.js';
import { AreaField } from '../forms/fields.js';
import { FiguresField } from '../forms/figures-field.js';
import { filled, linesOf } from '../forms/lines.js';
import { useWords } from '../messages/words.js';
import { touches } from '../session/rights.js';

interface Props {
  activity: ActivityView;
}

interface ProgressValues {
  text: string;
  happenedOn: string;
  links?: string;
  figures?: FigureValues[];
  evidence?: StoredFile[];
}

const progressOf = (v: ProgressValues) => ({
  text: v.text,
  happenedOn: v.happenedOn,
  figures: figuresOf(v.figures),
  links: linesOf(v.links),
  evidence: evidenceOf(v.evidence),
});

function ProgressFields() {
  const { t } = useWords();
  return (
    <>
      <DayField name="happenedOn" label={t('input.happenedOn')} />
      <AreaField name="text" label={t('input.text')} />
      <FiguresField name="figures" />
      <AreaField name="links" label={t('input.links')} hint={t('input.linksHint')} rows={2} optional />
      <EvidenceField />
    </>
  );
}

/** Sửa lỗi nhập liệu of one entry; what was typed at first stands in the history. */
export function CorrectProgress({ activity, entry }: Props & { entry: ProgressView }) {
  const { t } = useWords();
  const { data: me } = useMe();
  const { eventId, text, happenedOn, figures, links, evidence, correctable } = entry;
  if (!correctable || !touches(me, activity.concerned)) return null;
  return (
    <CommandButton
      title={t('activities.correct')}
      resource="activities"
      command="correctEntry"
      target={activity}
      initial={{
        ...{ text, happenedOn, figures: [...figures], links: links.join('\n') },
        evidence: evidence.map((id) => ({ id, name: t('activities.evidence') })),
      }}
      body={({ reason, ...typed }: ProgressValues & { reason: string }) => ({
        corrects: eventId,
        reason,
        ...progressOf(typed),
      })}
    >
      <AreaField name="reason" label={t('input.reason')} rows={2} max={2000} />
      <ProgressFields />
    </CommandButton>
  );
}

function Working({ activity }: Props) {
  const { t } = useWords();
  const { data: me } = useMe();
  return (
    <>
      <CommandButton
        primary
        resource="activities"
        command="progress"
        target={activity}
        initial={{ happenedOn: me?.businessDate ?? '' }}
        body={progressOf}
      >
        <ProgressFields />
      </CommandButton>
      <CommandButton
        resource="activities"
        command="reportDone"
        target={activity}
        initial={{ doneOn: me?.businessDate ?? '' }}
        body={(v: { text: string; doneOn: string; evidence?: StoredFile[] }) => ({
          ...v,
          evidence: evidenceOf(v.evidence),
        })}
      >
        <DayField name="doneOn" label={t('input.doneOn')} />
        <AreaField name="text" label={t('input.text')} />
        <EvidenceField />
      </CommandButton>
      <CommandButton
        resource="activities"
        command="suspend"
        target={activity}
        body={(v: { reason: string }) => v}
      >
        <AreaField name="reason" label={t('input.reason')} max={2000} />
      </CommandButton>
      <CommandButton
        resource="activities"
        command="postpone"
        target={activity}
        body={(v: { reason: string; until?: string }) => ({
          reason: v.reason,
          ...filled({ until: v.until }),
        })}
      >
        <AreaField name="reason" label={t('input.reason')} max={2000} />
        <DayField name="until" label={t('input.to')} optional />
      </CommandButton>
    </>
  );
}

const noted = ({ note }: { note?: string }) => (note ? { note } : {});

function Waiting({ activity }: Props) {
  const { t } = useWords();
  return (
    <>
      <CommandButton primary resource="activities" command="confirmDone" target={activity} body={noted}>
        <AreaField name="note" label={t('input.note')} max={2000} optional />
      </CommandButton>
      <CommandButton
        resource="activities"
        command="refuseDone"
        target={activity}
        body={(v: { reasons: string }) => v}
      >
        <AreaField name="reasons" label={t('input.reason')} max={2000} />
      </CommandButton>
    </>
  );
}

export function ActivityCommands({ activity }: Props) {
  const { t } = useWords();
  const { data: me } = useMe();
  if (!touches(me, activity.concerned)) return null;
  switch (activity.state) {
    case 'planned':
    case 'awaitingTrigger':
    case 'inProgress':
      return <Working activity={activity} />;
    case 'reportedDone':
      return <Waiting activity={activity} />;
    case 'suspended':
    case 'postponed':
      return (
        <CommandButton primary resource="activities" command="resume" target={activity} body={noted}>
          <AreaField name="note" label={t('input.note')} max={2000} optional />
        </CommandButton>
      );
    case 'done':
      return (
        <CommandButton
          resource="activities"
          command="unconfirmDone"
          target={activity}
          body={(v: { reason: string }) => v}
        >
          <AreaField name="reason" label={t('input.reason')} max={2000} />
        </CommandButton>
      );
    case 'cancelled':
    case 'enteredInError':
    case 'carriedOver':
      return null;
  }
}
