import type { PlanView } from '@lien-ket/contracts';
import { newKey } from '../client/keys.adapter.js';
import { useOrganisations } from '../client/queries.js';
import { CommandButton } from '../forms/command-button.js';
import {
  agenciesOf,
  documentOf,
  DocumentFields,
  inForceOf,
  InForceField,
  type DocumentValues,
  type InForceValues,
} from '../forms/document-fields.js';
import { AreaField, ChoiceField } from '../forms/fields.js';
import { AnsweredField } from '../difficulties/answered.js';
import { useWords } from '../messages/words.js';
import { day } from '../words/dates.js';
import { documentName } from '../words/names.js';
import { planChanges, type ChangeValues } from './changes.js';
import { ChangesField } from './changes-field.js';

interface Values extends InForceValues {
  readonly document: DocumentValues;
  readonly reason: string;
  readonly changes?: ChangeValues[];
  readonly supersedes?: string[];
  readonly difficulties?: string[];
}

/** An amendment that was decided on paper: entered as one act, no proposal and no review are invented. */
export function RecordAmendment({ plan }: { plan: PlanView }) {
  const { t } = useWords();
  const organisations = useOrganisations();
  const earlier = plan.acts.filter(
    ({ type, enteredInError }) => type.endsWith('.amended.v1') && !enteredInError,
  );
  return (
    <CommandButton
      wide
      resource="plans"
      command="recordAmendment"
      target={plan}
      initial={{ changes: [{ op: 'setItem' }] }}
      body={(v: Values) => ({
        document: documentOf(v.document),
        reason: v.reason,
        difficulties: v.difficulties ?? [],
        changes: planChanges(v.changes, (ids) => agenciesOf(ids ? [...ids] : [], organisations), newKey),
        supersedes: v.supersedes ?? [],
        ...inForceOf(v),
      })}
    >
      <DocumentFields needs={['number']} />
      <InForceField />
      <AreaField name="reason" label={t('input.reason')} rows={2} max={2000} />
      <ChangesField plan={plan} />
      <AnsweredField />
      {earlier.length > 0 && (
        <ChoiceField
          name="supersedes"
          label={t('amendments.supersedes')}
          options={earlier.map(({ eventId, document, effectiveOn }) => ({
            value: eventId,
            label: `${documentName(document, t)} (${day(effectiveOn)})`,
          }))}
          many
          optional
        />
      )}
    </CommandButton>
  );
}
