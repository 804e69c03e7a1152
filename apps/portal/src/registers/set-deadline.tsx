import type { DirectiveView } from '../client/registers.js';
import { CommandButton } from '../forms/command-button.js';
import { documentOf, DocumentFields, type DocumentValues } from '../forms/document-fields.js';
import { DayField } from '../forms/day-fields.js';
import { AreaField, ChoiceField } from '../forms/fields.js';
import { DocumentName } from '../layout/document-name.js';
import { useOrganisations } from '../client/queries.js';
import { useWords } from '../messages/words.js';
import { day } from '../words/dates.js';
import { nameById } from '../words/names.js';

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

/** [Đặt thời hạn]: by a document or another official act, to those whom the task names. */
function SetDeadline({ directive, task }: Props) {
  const { t } = useWords();
  const { lead, coordinators } = directive.tasks[task] ?? { coordinators: [] };
  const named = [...(lead ? [lead] : []), ...coordinators];
  return (
    <CommandButton
      resource="directives"
      command="setDeadline"
      target={directive}
      body={({ dueOn, organisationIds, document, basis }: Values) => {
        const paper = documentOf(document);
        return {
          task,
          dueOn,
          ...(organisationIds?.length ? { organisationIds } : {}),
          ...(Object.keys(paper).length > 0 ? { document: paper } : {}),
          ...(basis ? { basis } : {}),
        };
      }}
    >
      <DayField name="dueOn" label={t('input.dueOn')} />
      <ChoiceField
        name="organisationIds"
        label={t('directives.whom')}
        options={named.flatMap(({ printed, organisationId }) =>
          organisationId ? [{ value: organisationId, label: printed }] : [],
        )}
        many
        optional
      />
      <DocumentFields />
      <AreaField name="basis" label={t('input.basis')} max={600} optional />
    </CommandButton>
  );
}

/** The deadline that the paper prints, those set later and on what they rest, and the way to set one. */
export function Deadlines({ directive, task }: Props) {
  const { t } = useWords();
  const organisations = useOrganisations();
  const printed = directive.tasks[task]?.dueOn;
  if (printed) return <>{day(printed)}</>;
  const set = (directive.deadlines ?? []).filter((one) => one.task === task);
  return (
    <>
      {set.length === 0 && <div>{t('due.none')}</div>}
      {set.map(({ dueOn, setOn, debtors, document, basis }, at) => (
        <div key={at}>
          {t('directives.deadlineSet', { day: day(dueOn), on: day(setOn) })}
          <div className="quiet">
            {debtors.map((id) => nameById(organisations, id, t)).join('; ')}
            {document && (
              <>
                {' · '}
                <DocumentName document={document} />
              </>
            )}
            {basis && ` · ${basis}`}
          </div>
        </div>
      ))}
      <SetDeadline directive={directive} task={task} />
    </>
  );
}
