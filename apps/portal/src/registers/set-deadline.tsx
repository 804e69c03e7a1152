import type { DocumentRef } from '@lien-ket/contracts';
import type { DirectiveView } from '../client/registers.js';
import { CommandButton } from '../forms/command-button.js';
import { documentAgain, DocumentFields, type DocumentValues } from '../forms/document-fields.js';
import { DayField } from '../forms/day-fields.js';
import { AreaField, ChoiceField } from '../forms/fields.js';
import { filled } from '../forms/lines.js';
import { DocumentName } from '../layout/document-name.js';
import { Seldom } from '../layout/seldom.js';
import { useOrganisations } from '../client/queries.js';
import { useWords } from '../messages/words.js';
import { useMay } from '../session/rights.js';
import { day } from '../words/dates.js';
import { nameById, namesById } from '../words/names.js';

interface Props {
  directive: DirectiveView;
  /** Place of the task in the printed order. */
  task: number;
}
interface Values {
  dueOn: string;
  organisationIds?: string[];
  document?: DocumentValues;
  basis?: string;
}

function deadlineOf({ dueOn, organisationIds, document, basis }: Values, before?: DocumentRef) {
  const paper = documentAgain(before, document);
  return {
    dueOn,
    ...(organisationIds?.length ? { organisationIds } : {}),
    ...(Object.keys(paper).length > 0 ? { document: paper } : {}),
    ...(basis ? { basis } : {}),
  };
}

/** [Đặt thời hạn]: by a document or another official act, to those whom the task names. */
function SetDeadline({ directive, task }: Props) {
  return (
    <CommandButton
      resource="directives"
      command="setDeadline"
      target={directive}
      body={(v: Values) => ({ task, ...deadlineOf(v) })}
    >
      <DeadlineFields directive={directive} task={task} />
    </CommandButton>
  );
}

type SetLater = NonNullable<DirectiveView['deadlines']>[number];

/** What was typed wrong of it, as a whole; or there is none. */
function CorrectDeadline({ directive, task, set }: Props & { set: SetLater }) {
  const { t } = useWords();
  const { eventId: corrects, dueOn, debtors, document, basis } = set;
  return (
    <Seldom name={day(dueOn)}>
      <CommandButton
        resource="directives"
        command="correctDeadline"
        target={directive}
        initial={{ dueOn, organisationIds: [...debtors], ...filled({ document, basis }) }}
        body={({ reason, ...v }: Values & { reason: string }) => ({
          ...{ corrects, reason, deadline: deadlineOf(v, document) },
        })}
      >
        <AreaField name="reason" label={t('input.reason')} rows={2} max={2000} />
        <DeadlineFields {...{ directive, task, debtors }} />
      </CommandButton>
      <CommandButton
        title={t('directives.noDeadline')}
        resource="directives"
        command="correctDeadline"
        target={directive}
        body={({ reason }: { reason: string }) => ({ corrects, reason, deadline: null })}
      >
        <AreaField name="reason" label={t('input.reason')} rows={2} max={2000} />
      </CommandButton>
    </Seldom>
  );
}

/** Whom the task names, and of an open class who was given the deadline. */
function DeadlineFields({ directive, task, debtors = [] }: Props & { debtors?: readonly string[] }) {
  const { t } = useWords();
  const organisations = useOrganisations();
  const { lead, coordinators } = directive.tasks[task] ?? { coordinators: [] };
  const agencies = [...(lead ? [lead] : []), ...coordinators];
  const named = agencies.flatMap(({ printed: label, organisationId: value }) =>
    value ? [{ value, label }] : [],
  );
  const others = debtors.filter((id) => !named.some(({ value }) => value === id));
  return (
    <>
      <DayField name="dueOn" label={t('input.dueOn')} />
      <ChoiceField
        name="organisationIds"
        label={t('directives.whom')}
        options={[...named, ...others.map((value) => ({ value, label: nameById(organisations, value, t) }))]}
        many
        optional
      />
      <DocumentFields />
      <AreaField name="basis" label={t('input.basis')} max={600} optional />
    </>
  );
}

function Deadline({ directive, task, set }: Props & { set: SetLater }) {
  const { t } = useWords();
  const may = useMay();
  const organisations = useOrganisations();
  const { dueOn, setOn, debtors, document, basis } = set;
  return (
    <div>
      {t('directives.deadlineSet', { day: day(dueOn), on: day(setOn) })}
      <div className="quiet">
        {namesById(organisations, debtors, t)}
        {document && (
          <>
            {' · '}
            <DocumentName document={document} />
          </>
        )}
        {basis && ` · ${basis}`}
      </div>
      {may('directives', 'correctDeadline') && <CorrectDeadline {...{ directive, task, set }} />}
    </div>
  );
}

/** The deadline that the paper prints, those set later and on what they rest, and the way to set one. */
export function Deadlines({ directive, task }: Props) {
  const { t } = useWords();
  const printed = directive.tasks[task]?.dueOn;
  const all = (directive.deadlines ?? []).filter((one) => one.task === task);
  if (printed) return <>{day(printed)}</>;
  return (
    <>
      {all.length === 0 && <div>{t('due.none')}</div>}
      {all.map((set) => (
        <Deadline key={set.eventId} {...{ directive, task, set }} />
      ))}
      <SetDeadline directive={directive} task={task} />
    </>
  );
}
