import type { DifficultyState, DifficultyView } from '@lien-ket/contracts';
import type { ReactNode } from 'react';
import { useTenantNames } from '../client/tenants.js';
import { CommandButton } from '../forms/command-button.js';
import {
  documentOf,
  DocumentFields,
  OrganisationField,
  type DocumentValues,
} from '../forms/document-fields.js';
import { DayField } from '../forms/day-fields.js';
import { AreaField, ChoiceField } from '../forms/fields.js';
import { useWords } from '../messages/words.js';

interface Props {
  difficulty: DifficultyView;
}

/** States in which each command has a meaning; the service has the last word. */
const MEANT: Readonly<Record<string, readonly DifficultyState[]>> = {
  receive: ['raised', 'reopened'],
  assign: ['received', 'assigned', 'submittedToCommittee', 'answered', 'reopened'],
  work: ['received', 'assigned', 'submittedToCommittee', 'answered', 'reopened'],
  escalate: ['received', 'assigned', 'answered'],
  pass: ['received', 'assigned', 'submittedToCommittee'],
  petition: ['received', 'assigned', 'submittedToCommittee', 'answered'],
  confirm: ['resolved'],
  decline: ['received', 'assigned', 'submittedToCommittee', 'answered'],
  reopen: ['resolved', 'confirmed', 'declined'],
};

function When({ act, difficulty, children }: Props & { act: string; children: ReactNode }) {
  return MEANT[act]?.includes(difficulty.state) ? children : null;
}

function Note() {
  const { t } = useWords();
  return <AreaField name="note" label={t('input.note')} max={2000} optional />;
}

const noted = ({ note }: { note?: string }) => (note ? { note } : {});
const asText = (v: { text: string }) => v;

interface AssignValues {
  organisationId: string;
  dueOn?: string;
  note?: string;
}

function Handling({ difficulty }: Props) {
  const { t } = useWords();
  const target = { resource: 'difficulties', target: difficulty } as const;
  const text = <AreaField name="text" label={t('input.text')} />;
  return (
    <>
      <When act="receive" difficulty={difficulty}>
        <CommandButton primary {...target} command="receive" body={noted}>
          <Note />
        </CommandButton>
      </When>
      <When act="assign" difficulty={difficulty}>
        <CommandButton
          {...target}
          command="assign"
          body={({ organisationId, dueOn, note }: AssignValues) => ({
            organisationId,
            ...(dueOn ? { dueOn } : {}),
            ...(note ? { note } : {}),
          })}
        >
          <OrganisationField name="organisationId" label={t('input.organisation')} />
          <DayField name="dueOn" label={t('input.dueOn')} optional />
          <Note />
        </CommandButton>
      </When>
      <When act="work" difficulty={difficulty}>
        <CommandButton {...target} command="takeMeasure" body={asText}>
          {text}
        </CommandButton>
        <CommandButton {...target} command="resolve" body={asText}>
          {text}
        </CommandButton>
      </When>
    </>
  );
}

interface PassValues {
  to: string;
  text: string;
  document?: DocumentValues;
}

/** To one above the province, by a document; what it answers is recorded by the focal agency. */
function Petition({ difficulty }: Props) {
  const { t } = useWords();
  const target = { resource: 'difficulties', target: difficulty } as const;
  const text = <AreaField name="text" label={t('input.text')} />;
  return (
    <>
      <When act="petition" difficulty={difficulty}>
        <CommandButton
          {...target}
          command="petition"
          body={(v: PetitionValues) => ({ ...v, document: documentOf(v.document) })}
        >
          <OrganisationField name="organisationId" label={t('difficulties.authority')} />
          {text}
          <DocumentFields />
        </CommandButton>
      </When>
      {difficulty.authority && (
        <CommandButton
          primary={difficulty.state === 'petitioned'}
          {...target}
          command="recordAnswer"
          body={(v: { text: string; document?: DocumentValues }) => ({
            text: v.text,
            document: documentOf(v.document),
          })}
        >
          {text}
          <DocumentFields />
        </CommandButton>
      )}
    </>
  );
}

interface PetitionValues {
  organisationId: string;
  text: string;
  document?: DocumentValues;
}

/** Only those who see what it is about, and whose own work on the platform has begun. */
function Pass({ difficulty }: Props) {
  const { t } = useWords();
  const nameOf = useTenantNames();
  const { partners = [] } = difficulty;
  if (partners.length === 0) return null;
  return (
    <When act="pass" difficulty={difficulty}>
      <CommandButton
        resource="difficulties"
        target={difficulty}
        command="passToPartner"
        body={(v: PassValues) => ({ to: v.to, text: v.text, document: documentOf(v.document) })}
      >
        <ChoiceField
          name="to"
          label={t('input.partner')}
          options={partners.map((value) => ({ value, label: nameOf(value) ?? value }))}
        />
        <AreaField name="text" label={t('input.text')} />
        <DocumentFields />
      </CommandButton>
    </When>
  );
}

function Deciding({ difficulty }: Props) {
  const { t } = useWords();
  const target = { resource: 'difficulties', target: difficulty } as const;
  const text = <AreaField name="text" label={t('input.text')} />;
  const reason = <AreaField name="reason" label={t('input.reason')} max={2000} />;
  const asReason = (v: { reason: string }) => v;
  return (
    <>
      <When act="escalate" difficulty={difficulty}>
        <CommandButton {...target} command="submitToCommittee" body={asText}>
          {text}
        </CommandButton>
      </When>
      <Pass difficulty={difficulty} />
      <Petition difficulty={difficulty} />
      <When act="confirm" difficulty={difficulty}>
        <CommandButton primary {...target} command="confirmResolution" body={noted}>
          <Note />
        </CommandButton>
      </When>
      <When act="decline" difficulty={difficulty}>
        <CommandButton {...target} command="decline" body={asReason}>
          {reason}
        </CommandButton>
      </When>
      <When act="reopen" difficulty={difficulty}>
        <CommandButton {...target} command="reopen" body={asReason}>
          {reason}
        </CommandButton>
      </When>
    </>
  );
}

export function DifficultyCommands({ difficulty }: Props) {
  const { t } = useWords();
  if (difficulty.origin)
    return (
      <CommandButton
        primary
        resource="difficulties"
        command="answer"
        target={difficulty}
        body={(v: { text: string; document?: DocumentValues }) => ({
          text: v.text,
          document: documentOf(v.document),
        })}
      >
        <AreaField name="text" label={t('input.text')} />
        <DocumentFields />
      </CommandButton>
    );
  return (
    <>
      <Handling difficulty={difficulty} />
      <Deciding difficulty={difficulty} />
    </>
  );
}
