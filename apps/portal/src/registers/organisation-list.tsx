import { ORGANISATION_KINDS, type OrganisationView } from '@lien-ket/contracts';
import { useList, useOrganisations } from '../client/queries.js';
import { reads } from '../client/reads.js';
import { CommandButton } from '../forms/command-button.js';
import { OrganisationField } from '../forms/document-fields.js';
import { DayField } from '../forms/day-fields.js';
import { AreaField, ChoiceField, TextField } from '../forms/fields.js';
import { filled } from '../forms/lines.js';
import { useAsked } from '../layout/asked.js';
import { Corrections } from '../layout/corrections.js';
import { List, SearchFilter } from '../layout/list.js';
import { Seldom } from '../layout/seldom.js';
import { Mark } from '../layout/tags.js';
import { isMessageKey } from '../messages/translate.js';
import { useWords } from '../messages/words.js';
import { useMay } from '../session/rights.js';
import { nameById, namesById, organisationName } from '../words/names.js';

interface EntryValues {
  name: string;
  kind: (typeof ORGANISATION_KINDS)[number];
  parentId?: string;
}

const enteredOf = ({ name, kind, parentId }: EntryValues) => ({ name, kind, ...filled({ parentId }) });

function EntryFields() {
  const { t } = useWords();
  return (
    <>
      <TextField name="name" label={t('input.title')} />
      <ChoiceField
        name="kind"
        label={t('input.kind')}
        options={ORGANISATION_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <OrganisationField name="parentId" label={t('registers.parent')} optional />
    </>
  );
}

function AddOrganisation() {
  return (
    <CommandButton
      primary
      resource="organisations"
      command="create"
      body={(v: EntryValues) => ({ ...enteredOf(v), aliases: [], outside: false })}
    >
      <EntryFields />
    </CommandButton>
  );
}

interface EndValues {
  endedOn: string;
  successorId?: string;
  basis: string;
}

/** What is sent of an end: the successor with the name that it has now. */
function useEnd() {
  const { find } = useOrganisations();
  return ({ endedOn, basis, successorId }: EndValues) => {
    if (!successorId) return { endedOn, basis };
    const successor = find(successorId);
    // One that the register does not have is known by its name.
    const named = successor ? { id: successor.id, name: successor.name } : { name: successorId };
    return { endedOn, basis, successor: named };
  };
}

function EndFields() {
  const { t } = useWords();
  return (
    <>
      <DayField name="endedOn" label={t('input.endedOn')} />
      <OrganisationField name="successorId" label={t('input.successor')} optional />
      <TextField name="basis" label={t('input.basis')} max={600} />
    </>
  );
}

interface Props {
  organisation: OrganisationView;
}

function CorrectEntry({ organisation }: Props) {
  const { t } = useWords();
  const { name, kind, parentId, aliases, outside } = organisation;
  return (
    <CommandButton
      resource="organisations"
      command="correctEntry"
      target={organisation}
      initial={{ name, kind: kind as EntryValues['kind'], ...filled({ parentId }) }}
      body={({ reason, ...entry }: EntryValues & { reason: string }) => ({
        reason,
        content: { ...enteredOf(entry), aliases: [...aliases], outside },
      })}
    >
      <AreaField name="reason" label={t('input.reason')} rows={2} max={2000} />
      <EntryFields />
    </CommandButton>
  );
}

/** An end that was typed wrong is said anew as a whole, or taken back where another organisation was meant. */
function CorrectEnd({ organisation }: Props) {
  const { t } = useWords();
  const endOf = useEnd();
  const { all } = useOrganisations();
  const { endedOn, successor } = organisation;
  const successorId = all.find(({ name }) => name === successor)?.id ?? successor;
  return (
    <>
      <CommandButton
        resource="organisations"
        command="correctEnd"
        target={organisation}
        initial={{ ...filled({ endedOn, successorId }) }}
        body={({ reason, ...end }: EndValues & { reason: string }) => ({ reason, ended: endOf(end) })}
      >
        <AreaField name="reason" label={t('input.reason')} rows={2} max={2000} />
        <EndFields />
      </CommandButton>
      <CommandButton
        title={t('registers.notEnded')}
        resource="organisations"
        command="correctEnd"
        target={organisation}
        body={({ reason }: { reason: string }) => ({ reason, ended: null })}
      >
        <AreaField name="reason" label={t('input.reason')} rows={2} max={2000} />
      </CommandButton>
    </>
  );
}

function Commands({ organisation }: Props) {
  const { t } = useWords();
  const may = useMay();
  const endOf = useEnd();
  const { endedOn, outside, kind, members } = organisation;
  return (
    <span className="marks">
      {!endedOn && !outside && kind === 'group' && (
        <CommandButton
          resource="organisations"
          command="confirmList"
          target={organisation}
          initial={{ members: [...members] }}
          body={(v: { members: string[] }) => v}
        >
          <OrganisationField name="members" label={t('input.members')} many />
        </CommandButton>
      )}
      {!endedOn && !outside && (
        <CommandButton resource="organisations" command="end" target={organisation} body={endOf}>
          <EndFields />
        </CommandButton>
      )}
      {may('organisations', 'correctEntry') && (
        <Seldom name={organisation.name}>
          {endedOn && <CorrectEnd organisation={organisation} />}
          <CorrectEntry organisation={organisation} />
        </Seldom>
      )}
    </span>
  );
}

export function OrganisationList() {
  const { t } = useWords();
  const organisations = useOrganisations();
  const [asked] = useAsked();
  const list = useList(reads.organisations(asked('q')));
  const kindName = (kind: string) => {
    const key = `kind.${kind}`;
    return isMessageKey(key) ? t(key) : kind;
  };
  return (
    <List
      caption={t('registers.organisations')}
      list={list}
      none={t('registers.none')}
      keyOf={({ id }) => id}
      filters={
        <>
          <SearchFilter />
          <AddOrganisation />
        </>
      }
      columns={[
        {
          key: 'name',
          title: t('input.title'),
          cell: (each) => (
            <>
              {organisationName(each, t)} {each.outside && <Mark tone="plain">{t('registers.outside')}</Mark>}
              <Corrections corrections={each.corrections} />
              {each.kind === 'group' && each.members.length > 0 && (
                <div className="quiet">{namesById(organisations, each.members, t)}</div>
              )}
            </>
          ),
        },
        { key: 'kind', title: t('input.kind'), cell: ({ kind }) => kindName(kind) },
        { key: 'aliases', title: t('input.aliases'), cell: ({ aliases }) => aliases.join('; ') },
        {
          key: 'parent',
          title: t('registers.parent'),
          cell: ({ parentId }) => nameById(organisations, parentId, t),
        },
        { key: 'acts', title: t('table.acts'), cell: (each) => <Commands organisation={each} /> },
      ]}
    />
  );
}
