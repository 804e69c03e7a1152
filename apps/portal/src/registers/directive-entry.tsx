import { useList, useOrganisations } from '../client/queries.js';
import { reads } from '../client/reads.js';
import type { DirectiveView } from '../client/registers.js';
import { CommandButton } from '../forms/command-button.js';
import {
  agenciesAgain,
  agencyAgain,
  agencyValue,
  documentAgain,
  DocumentFields,
  OrganisationField,
  type DocumentValues,
} from '../forms/document-fields.js';
import { DayField } from '../forms/day-fields.js';
import { AreaField, ChoiceField, KeptField } from '../forms/fields.js';
import { filled } from '../forms/lines.js';
import { RowsField } from '../forms/rows-field.js';
import { useWords } from '../messages/words.js';
import { aboutPlan } from '../words/about-plan.js';

interface TaskValues {
  leadId: string;
  coordinatorIds?: string[];
  dueOn?: string;
  text: string;
  /** As it was entered: who is only printed stands in no field of many, and stays. */
  before?: Pick<DirectiveView['tasks'][number], 'lead' | 'coordinators'>;
}
interface Values {
  text: string;
  document?: DocumentValues;
  planId?: string;
  tasks?: TaskValues[];
}

/** What was typed → what is sent. */
function useBody(before?: DirectiveView) {
  const organisations = useOrganisations();
  const plans = useList(reads.plans({ limit: 100 }));
  return (v: Values) => {
    const plan = plans.items.find(({ id }) => id === v.planId);
    const document = documentAgain(before?.document, v.document);
    return {
      text: v.text,
      tasks: (v.tasks ?? []).map(({ leadId, coordinatorIds, dueOn, text, before: entered }) => ({
        lead: agencyAgain(entered?.lead, leadId, organisations),
        coordinators: agenciesAgain(entered?.coordinators ?? [], coordinatorIds, organisations),
        text,
        ...(dueOn ? { dueOn } : {}),
      })),
      ...(Object.keys(document).length > 0 ? { document } : {}),
      ...(plan ? { about: aboutPlan(plan) } : {}),
    };
  };
}

function Entry() {
  const { t } = useWords();
  const plans = useList(reads.plans({ limit: 100 }));
  return (
    <>
      <AreaField name="text" label={t('directives.text')} />
      <ChoiceField
        name="planId"
        label={t('directives.about')}
        options={plans.items.map(({ id, number, title }) => ({
          value: id,
          label: [number, title].filter(Boolean).join(' '),
        }))}
        optional
      />
      <DocumentFields />
      <RowsField name="tasks" title={t('directives.task')} addTitle={t('directives.addTask')}>
        {(at) => (
          <>
            <KeptField name={[at, 'before']} />
            <AreaField name={[at, 'text']} label={t('input.text')} rows={2} max={2000} />
            <OrganisationField name={[at, 'leadId']} label={t('part.leads')} />
            <OrganisationField name={[at, 'coordinatorIds']} label={t('part.coordinators')} many optional />
            <DayField name={[at, 'dueOn']} label={t('input.dueOn')} optional />
          </>
        )}
      </RowsField>
    </>
  );
}

/** A leader's written opinion: who leads, who joins, until when; a task without a deadline stays so. */
export function AddDirective() {
  const bodyOf = useBody();
  return (
    <CommandButton
      primary
      wide
      resource="directives"
      command="create"
      initial={{ tasks: [{}] } as Partial<Values>}
      body={bodyOf}
    >
      <Entry />
    </CommandButton>
  );
}

function typedOf({ text, document, about, tasks }: DirectiveView): Partial<Values> {
  return {
    text,
    ...filled({ document, planId: about?.id }),
    tasks: tasks.map(({ lead, coordinators, dueOn, text: task }) => ({
      text: task,
      leadId: agencyValue(lead),
      coordinatorIds: coordinators.flatMap(({ organisationId }) => organisationId ?? []),
      before: { lead, coordinators },
      ...filled({ dueOn }),
    })),
  };
}

/** Sửa lỗi nhập liệu: what the paper says, as a whole; what the form does not ask for stays as it was entered. */
export function CorrectDirective({ directive }: { directive: DirectiveView }) {
  const { t } = useWords();
  const bodyOf = useBody(directive);
  const { about, example } = directive;
  return (
    <CommandButton
      wide
      resource="directives"
      command="correctEntry"
      target={directive}
      initial={typedOf(directive)}
      body={({ reason, ...typed }: Values & { reason: string }) => ({
        reason,
        content: {
          ...filled({ example }),
          // Another matter than a plan of ours is not in the form.
          ...(about && (about.id === undefined || about.id === typed.planId) ? { about } : {}),
          ...bodyOf(typed),
        },
      })}
    >
      <AreaField name="reason" label={t('input.reason')} rows={2} max={2000} />
      <Entry />
    </CommandButton>
  );
}
