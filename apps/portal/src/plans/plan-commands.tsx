import type { PlanView } from '@lien-ket/contracts';
import { Button } from 'antd';
import { Link } from 'react-router';
import { CapacityField } from '../forms/capacity-field.js';
import { CommandButton } from '../forms/command-button.js';
import {
  agenciesOf,
  documentOf,
  DocumentFields,
  inForceOf,
  InForceField,
  OrganisationField,
  partialDateOf,
  PartialDateFields,
  type DocumentValues,
  type InForceValues,
} from '../forms/document-fields.js';
import { DayField } from '../forms/day-fields.js';
import { AreaField, ChoiceField, TextField } from '../forms/fields.js';
import { useOrganisations } from '../client/queries.js';
import { useWords } from '../messages/words.js';
import { useMay } from '../session/rights.js';
import type { Capacity } from '../words/capacities.js';
import { CorrectEntry } from './correct-entry.js';
import { ProposeAmendment } from './propose-amendment.js';
import { RecordAmendment } from './record-amendment.js';
import type { DateParts } from '../words/date-parts.js';

const ENDINGS = ['replaced', 'repealed', 'annulled'] as const;

interface Props {
  plan: PlanView;
}

function Drafting({ plan }: Props) {
  const { t } = useWords();
  const may = useMay();
  const organisations = useOrganisations();
  return (
    <>
      {may('plans', 'revise') && (
        <Link to={`/plans/${plan.id}/draft`}>
          <Button tabIndex={-1}>{t('draft.edit')}</Button>
        </Link>
      )}
      <CommandButton
        resource="plans"
        command="consult"
        target={plan}
        body={({ ids, dueOn }: { ids: string[]; dueOn?: string }) => ({
          organisations: agenciesOf(ids, organisations),
          ...(dueOn ? { dueOn } : {}),
        })}
      >
        <OrganisationField name="ids" label={t('input.organisations')} many />
        <DayField name="dueOn" label={t('input.dueOn')} optional />
      </CommandButton>
      <CommandButton
        primary
        resource="plans"
        command="submit"
        target={plan}
        body={({ note }: { note?: string }) => (note ? { note } : {})}
      >
        <AreaField name="note" label={t('input.note')} max={2000} optional />
      </CommandButton>
    </>
  );
}

function Submitted({ plan }: Props) {
  const { t } = useWords();
  return (
    <>
      <CommandButton
        primary
        resource="plans"
        command="sign"
        target={plan}
        initial={{ capacity: 'forCollective' }}
        body={(v: { name: string; title: string; capacity: Capacity }) => ({
          signer: { name: v.name, title: v.title, capacity: v.capacity },
        })}
      >
        <TextField name="name" label={t('input.signerName')} max={200} />
        <TextField name="title" label={t('input.signerTitle')} max={200} />
        <CapacityField />
      </CommandButton>
      <CommandButton resource="plans" command="sendBack" target={plan} body={(v: { reasons: string }) => v}>
        <AreaField name="reasons" label={t('input.reason')} max={2000} />
      </CommandButton>
      <CommandButton
        resource="plans"
        command="retract"
        target={plan}
        body={({ note }: { note?: string }) => (note ? { note } : {})}
      >
        <AreaField name="note" label={t('input.note')} max={2000} optional />
      </CommandButton>
    </>
  );
}

interface IssueValues extends InForceValues {
  number: string;
  symbol: string;
  date: DateParts;
  place?: string;
}

function Signed({ plan }: Props) {
  const { t } = useWords();
  return (
    <CommandButton
      primary
      resource="plans"
      command="issue"
      target={plan}
      initial={{ symbol: plan.symbol ?? 'KH-UBND' }}
      body={(v: IssueValues) => ({
        number: v.number,
        symbol: v.symbol,
        date: partialDateOf(v.date) ?? { year: 0 },
        ...(v.place ? { place: v.place } : {}),
        ...inForceOf(v),
      })}
    >
      <div className="columns">
        <TextField name="number" label={t('input.number')} max={40} />
        <TextField name="symbol" label={t('input.symbol')} max={60} />
      </div>
      <PartialDateFields name={['date']} />
      <TextField name="place" label={t('input.place')} max={120} optional />
      <InForceField />
    </CommandButton>
  );
}

interface EndValues extends InForceValues {
  document: DocumentValues;
  reason: string;
}

function Issued({ plan }: Props) {
  const { t } = useWords();
  const ended = (v: EndValues) => ({
    document: documentOf(v.document),
    reason: v.reason,
    ...inForceOf(v),
  });
  const fields = (
    <>
      <DocumentFields needs={['number', 'symbol']} />
      <AreaField name="reason" label={t('input.reason')} max={2000} />
      <InForceField />
    </>
  );
  return (
    <>
      <ProposeAmendment plan={plan} />
      <RecordAmendment plan={plan} />
      <CorrectEntry plan={plan} />
      <CommandButton
        resource="plans"
        command="rectify"
        target={plan}
        body={(v: { document: DocumentValues; text: string }) => ({
          document: documentOf(v.document),
          text: v.text,
        })}
      >
        <DocumentFields />
        <AreaField name="text" label={t('input.text')} max={2000} />
      </CommandButton>
      <CommandButton danger resource="plans" command="recall" target={plan} body={ended}>
        {fields}
      </CommandButton>
      <CommandButton
        danger
        resource="plans"
        command="end"
        target={plan}
        body={(v: EndValues & { how: (typeof ENDINGS)[number] }) => ({ ...ended(v), how: v.how })}
      >
        <ChoiceField
          name="how"
          label={t('input.how')}
          options={ENDINGS.map((value) => ({ value, label: t(`plan.state.${value}`) }))}
        />
        {fields}
      </CommandButton>
      <CommandButton
        resource="plans"
        command="close"
        target={plan}
        body={(v: { document: DocumentValues }) => ({ document: documentOf(v.document) })}
      >
        <DocumentFields />
      </CommandButton>
    </>
  );
}

/** What may be done to the plan now, by its state; each button looks at the role itself. */
export function PlanCommands({ plan }: Props) {
  switch (plan.state) {
    case 'draft':
    case 'consulting':
    case 'retracted':
    case 'sentBack':
      return <Drafting plan={plan} />;
    case 'submitted':
      return <Submitted plan={plan} />;
    case 'signed':
      return <Signed plan={plan} />;
    case 'issued':
      return <Issued plan={plan} />;
    case 'recalled':
    case 'replaced':
    case 'repealed':
    case 'annulled':
    case 'closed':
      return null;
  }
}
