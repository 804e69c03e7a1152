import type { ErasureState, ErasureView } from '@lien-ket/contracts';
import type { ReactNode } from 'react';
import type { Body } from '../client/commands.js';
import { fileOf } from '../client/file-facts.js';
import { CommandButton } from '../forms/command-button.js';
import { DocumentFields, documentOf, type DocumentValues } from '../forms/document-fields.js';
import { DayField } from '../forms/day-fields.js';
import { AreaField, ChoiceField, TextField } from '../forms/fields.js';
import { filled } from '../forms/lines.js';
import { RowsField } from '../forms/rows-field.js';
import { useWords } from '../messages/words.js';
import { FilesField } from './files-field.js';

const GROUNDS = ['person', 'purposeEnded', 'retentionOver', 'authority'] as const;
const OUTCOMES = ['full', 'partial', 'refused'] as const;
const CHANNELS = ['letter', 'email', 'inPerson'] as const;

/** A document that was not named is none. */
function named(values: DocumentValues | undefined) {
  const document = documentOf(values);
  return Object.keys(document).length > 0 ? { document } : {};
}

interface RequestValues {
  receivedOn: string;
  ground: (typeof GROUNDS)[number];
  document?: DocumentValues;
  files?: string[];
}

/** What the rules of the fields have let through are addresses of files. */
const filesOf = (addresses: readonly string[] = []) => {
  const files = addresses.flatMap((address) => fileOf(address) ?? []);
  return files.length > 0 ? { files } : {};
};

export function RequestErasure({ contactId }: { contactId: string }) {
  const { t } = useWords();
  return (
    <CommandButton
      resource="erasures"
      command="create"
      title={t('erasures.request')}
      initial={{ ground: 'person' } as Partial<RequestValues>}
      body={({ receivedOn, ground, document, files }: RequestValues) => ({
        contactId,
        receivedOn,
        ground,
        ...named(document),
        ...filesOf(files),
      })}
    >
      <DayField name="receivedOn" label={t('erasures.receivedOn')} />
      <ChoiceField
        name="ground"
        label={t('erasures.ground')}
        options={GROUNDS.map((value) => ({ value, label: t(`erasure.ground.${value}`) }))}
      />
      <DocumentFields />
      <FilesField />
    </CommandButton>
  );
}

interface Props {
  erasure: ErasureView;
}

/** States in which each command has a meaning; the service has the last word. */
const MEANT: Readonly<Record<string, readonly ErasureState[]>> = {
  assess: ['requested'],
  approve: ['assessed'],
  answer: ['erased', 'refused'],
};

function When({ act, erasure, children }: Props & { act: string; children: ReactNode }) {
  return MEANT[act]?.includes(erasure.state) ? children : null;
}

interface AssessValues {
  outcome: (typeof OUTCOMES)[number];
  holds?: { basis: string; until?: string }[];
  reason?: string;
}

function assessed({ outcome, holds = [], reason }: AssessValues): Body<'erasures', 'assess'> {
  return {
    outcome,
    holds: holds.map(({ basis, until }) => ({ basis, ...filled({ until }) })),
    ...filled({ reason }),
  };
}

function Assess({ erasure }: Props) {
  const { t } = useWords();
  return (
    <CommandButton primary resource="erasures" command="assess" target={erasure} body={assessed}>
      <ChoiceField
        name="outcome"
        label={t('erasures.outcome')}
        options={OUTCOMES.map((value) => ({ value, label: t(`erasure.outcome.${value}`) }))}
      />
      <RowsField name="holds" title={t('erasures.holds')} addTitle={t('erasures.addHold')}>
        {(at) => (
          <>
            <TextField name={[at, 'basis']} label={t('erasures.basis')} max={600} />
            <DayField name={[at, 'until']} label={t('erasures.until')} optional />
          </>
        )}
      </RowsField>
      <AreaField name="reason" label={t('input.reason')} max={2000} optional />
    </CommandButton>
  );
}

interface AnswerValues {
  answeredOn: string;
  channel: (typeof CHANNELS)[number];
  document?: DocumentValues;
}

export function ErasureCommands({ erasure }: Props) {
  const { t } = useWords();
  const target = { resource: 'erasures', target: erasure } as const;
  return (
    <>
      <When act="assess" erasure={erasure}>
        <Assess erasure={erasure} />
      </When>
      <When act="approve" erasure={erasure}>
        <CommandButton primary danger {...target} command="approve" body={() => ({})}>
          <p>{t('erasures.approveHint')}</p>
        </CommandButton>
      </When>
      <When act="answer" erasure={erasure}>
        <CommandButton
          primary
          {...target}
          command="answer"
          body={({ answeredOn, channel, document }: AnswerValues) => ({
            answeredOn,
            channel,
            ...named(document),
          })}
        >
          <DayField name="answeredOn" label={t('erasures.answeredOn')} />
          <ChoiceField
            name="channel"
            label={t('erasures.channel')}
            options={CHANNELS.map((value) => ({ value, label: t(`erasure.channel.${value}`) }))}
          />
          <DocumentFields />
        </CommandButton>
      </When>
    </>
  );
}
