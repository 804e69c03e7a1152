import type { PlanView } from '@lien-ket/contracts';
import { newKey } from '../client/keys.adapter.js';
import { useOrganisations } from '../client/queries.js';
import { CommandButton } from '../forms/command-button.js';
import { agenciesOf } from '../forms/document-fields.js';
import { AreaField } from '../forms/fields.js';
import { AnsweredField } from '../difficulties/answered.js';
import { useWords } from '../messages/words.js';
import { planChanges, type ChangeValues } from './changes.js';
import { ChangesField } from './changes-field.js';

/** An isolated copy of what would change; the plan stays as it is until a leader decides. */
export function ProposeAmendment({ plan }: { plan: PlanView }) {
  const { t } = useWords();
  const organisations = useOrganisations();
  return (
    <CommandButton
      wide
      resource="amendments"
      command="create"
      initial={{ changes: [{ op: 'setItem' }] }}
      body={(v: { reason: string; changes: ChangeValues[]; difficulties?: string[] }) => ({
        planId: plan.id,
        reason: v.reason,
        difficulties: v.difficulties ?? [],
        changes: planChanges(v.changes, (ids) => agenciesOf(ids ? [...ids] : [], organisations), newKey),
      })}
    >
      <AreaField name="reason" label={t('input.reason')} rows={2} max={2000} />
      <ChangesField plan={plan} />
      <AnsweredField />
    </CommandButton>
  );
}
