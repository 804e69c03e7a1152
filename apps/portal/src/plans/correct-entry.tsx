import type { PlanView } from '@lien-ket/contracts';
import { Form } from 'antd';
import { newKey } from '../client/keys.adapter.js';
import { useOrganisations, type Organisations } from '../client/queries.js';
import { CommandButton } from '../forms/command-button.js';
import { CapacityField } from '../forms/capacity-field.js';
import {
  agenciesOf,
  documentOf,
  DocumentFields,
  PartialDateFields,
  type DocumentValues,
} from '../forms/document-fields.js';
import { filled } from '../forms/lines.js';
import { DayField } from '../forms/day-fields.js';
import { AreaField, CheckField, ChoiceField, TextField } from '../forms/fields.js';
import { useWords } from '../messages/words.js';
import { day } from '../words/dates.js';
import { eventName } from '../words/names.js';
import { planChanges, type ChangeValues } from './changes.js';
import { ChangesField } from './changes-field.js';
import { paperOf, type PaperValues } from './paper-fields.js';

interface Values extends PaperValues {
  readonly corrects: string;
  readonly reason: string;
  readonly effectiveOn?: string;
  readonly document?: DocumentValues;
  readonly statedReason?: string;
  readonly changes?: ChangeValues[];
  readonly enteredInError?: boolean;
}

const CORRECTABLE = /\.(issued|amended|recalled|ended|rectified|closed)\./;
const CHANGING = /\.(issued|amended)\./;
const STATING = /\.(amended|recalled|ended)\./;

/** What can be mended of the act that is chosen: of the issue its paper, of a later one the document that it names. */
function MendedFields({ plan }: { plan: PlanView }) {
  const { t } = useWords();
  const corrects: string | undefined = Form.useWatch('corrects');
  const type = plan.acts.find(({ eventId }) => eventId === corrects)?.type;
  const enteredInError: boolean = Form.useWatch('enteredInError') ?? false;
  if (!type) return null;
  const isIssue = type.endsWith('.issued.v1');
  const mistake = <CheckField name="enteredInError" label={t('correct.enteredInError')} />;
  if (!isIssue && enteredInError) return mistake;
  return (
    <>
      {!isIssue && mistake}
      {isIssue ? (
        <>
          <div className="columns">
            <TextField name="number" label={t('input.number')} max={40} optional />
            <TextField name="symbol" label={t('input.symbol')} max={60} optional />
          </div>
          <PartialDateFields name={['date']} optional />
          <TextField name="place" label={t('input.place')} max={120} optional />
          <div className="columns">
            <TextField name="signerName" label={t('input.signerName')} max={200} optional />
            <TextField name="signerTitle" label={t('input.signerTitle')} max={200} optional />
            <CapacityField optional />
          </div>
        </>
      ) : (
        <DocumentFields />
      )}
      {STATING.test(type) && (
        <AreaField name="statedReason" label={t('input.statedReason')} rows={2} max={2000} optional />
      )}
      <DayField name="effectiveOn" label={t('input.effectiveOn')} optional />
      {CHANGING.test(type) && <ChangesField plan={plan} />}
    </>
  );
}

/** Sửa lỗi nhập liệu: the paper was right, our typing was not. The mistake stays in the history. */
export function CorrectEntry({ plan }: { plan: PlanView }) {
  const { t } = useWords();
  const organisations = useOrganisations();
  const acts = plan.acts.filter(({ type, enteredInError }) => CORRECTABLE.test(type) && !enteredInError);
  if (acts.length === 0) return null;
  return (
    <CommandButton
      wide
      resource="plans"
      command="correctEntry"
      target={plan}
      body={({ corrects, reason, enteredInError, ...mended }: Values) => ({
        corrects,
        reason,
        ...(enteredInError ? { enteredInError, changes: [] } : mendedOf(mended, organisations)),
      })}
    >
      <ChoiceField
        name="corrects"
        label={t('history.what')}
        options={acts.map(({ eventId, type, effectiveOn }) => ({
          value: eventId,
          label: `${eventName(type, t)} (${day(effectiveOn)})`,
        }))}
      />
      <AreaField name="reason" label={t('input.reason')} rows={2} max={2000} />
      <MendedFields plan={plan} />
    </CommandButton>
  );
}

type Mended = Omit<Values, 'corrects' | 'reason' | 'enteredInError'>;

function mendedOf(
  { changes, document, statedReason, effectiveOn, ...paper }: Mended,
  organisations: Organisations,
) {
  return {
    changes: planChanges(changes, (ids) => agenciesOf(ids ? [...ids] : [], organisations), newKey),
    ...paperOf(paper),
    ...(saysSomething(document) ? { document: documentOf(document) } : {}),
    ...filled({ statedReason, effectiveOn }),
  };
}

function saysSomething(values: DocumentValues | undefined): boolean {
  return Object.keys(documentOf(values)).length > 0;
}
