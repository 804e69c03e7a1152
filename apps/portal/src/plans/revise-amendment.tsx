import type { AmendmentView, PlanView } from '@lien-ket/contracts';
import { Checkbox, Form } from 'antd';
import { newKey } from '../client/keys.adapter.js';
import { useOrganisations } from '../client/queries.js';
import { CommandButton } from '../forms/command-button.js';
import { agenciesOf } from '../forms/document-fields.js';
import { AreaField } from '../forms/fields.js';
import { AnsweredField } from '../difficulties/answered.js';
import { useWords } from '../messages/words.js';
import { previewOf } from './amendment-preview.js';
import { planChanges, type ChangeValues } from './changes.js';
import { ChangesField } from './changes-field.js';
import { FieldChanges } from './field-changes.js';

interface Props {
  readonly plan: PlanView;
  readonly amendment: AmendmentView;
}

interface Values {
  readonly reason: string;
  /** Which of the changes proposed so far stay, by their place. */
  readonly kept?: readonly number[];
  readonly changes?: ChangeValues[];
  readonly difficulties?: string[];
}

function KeptField({ plan, amendment }: Props) {
  const { t } = useWords();
  return (
    <Form.Item name="kept" label={t('amendments.kept')}>
      <Checkbox.Group className="kept">
        {amendment.changes.map((change, at) => (
          <Checkbox key={at} value={at}>
            <FieldChanges changes={previewOf(plan, [change])} content={plan.content} />
          </Checkbox>
        ))}
      </Checkbox.Group>
    </Form.Item>
  );
}

/** Once sent back or taken back: some of it stays, some goes, and more may come. */
export function ReviseAmendment({ plan, amendment }: Props) {
  const organisations = useOrganisations();
  const { t } = useWords();
  const { reason, difficulties } = amendment;
  return (
    <CommandButton
      wide
      resource="amendments"
      command="revise"
      target={amendment}
      initial={{ reason, difficulties: [...difficulties], kept: [...amendment.changes.keys()] }}
      body={(v: Values) => ({
        reason: v.reason,
        difficulties: v.difficulties ?? [],
        changes: [
          ...amendment.changes.filter((_change, at) => v.kept?.includes(at)),
          ...planChanges(v.changes, (ids) => agenciesOf(ids ? [...ids] : [], organisations), newKey),
        ],
      })}
    >
      <AreaField name="reason" label={t('input.reason')} rows={2} max={2000} />
      <KeptField plan={plan} amendment={amendment} />
      <ChangesField plan={plan} />
      <AnsweredField />
    </CommandButton>
  );
}
