import { ORGANISATION_KINDS, type OrganisationView } from '@lien-ket/contracts';
import { useList, useOrganisations } from '../client/queries.js';
import { reads } from '../client/reads.js';
import { CommandButton } from '../forms/command-button.js';
import { OrganisationField } from '../forms/document-fields.js';
import { DayField } from '../forms/day-fields.js';
import { ChoiceField, TextField } from '../forms/fields.js';
import { useAsked } from '../layout/asked.js';
import { List, SearchFilter } from '../layout/list.js';
import { Mark } from '../layout/tags.js';
import { isMessageKey } from '../messages/translate.js';
import { useWords } from '../messages/words.js';
import { nameById, organisationName } from '../words/names.js';

function AddOrganisation() {
  const { t } = useWords();
  return (
    <CommandButton
      primary
      resource="organisations"
      command="create"
      body={(v: { name: string; kind: (typeof ORGANISATION_KINDS)[number]; parentId?: string }) => ({
        name: v.name,
        kind: v.kind,
        aliases: [],
        outside: false,
        ...(v.parentId ? { parentId: v.parentId } : {}),
      })}
    >
      <TextField name="name" label={t('input.title')} />
      <ChoiceField
        name="kind"
        label={t('input.kind')}
        options={ORGANISATION_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <OrganisationField name="parentId" label={t('registers.parent')} optional />
    </CommandButton>
  );
}

interface EndValues {
  endedOn: string;
  successorId?: string;
  basis: string;
}

function Commands({ organisation }: { organisation: OrganisationView }) {
  const { t } = useWords();
  const { find } = useOrganisations();
  if (organisation.endedOn || organisation.outside) return null;
  return (
    <span className="marks">
      {organisation.kind === 'group' && (
        <CommandButton
          resource="organisations"
          command="confirmList"
          target={organisation}
          initial={{ members: [...organisation.members] }}
          body={(v: { members: string[] }) => v}
        >
          <OrganisationField name="members" label={t('input.members')} many />
        </CommandButton>
      )}
      <CommandButton
        resource="organisations"
        command="end"
        target={organisation}
        body={({ endedOn, basis, successorId }: EndValues) => {
          const successor = find(successorId);
          return {
            endedOn,
            basis,
            ...(successor ? { successor: { id: successor.id, name: successor.name } } : {}),
          };
        }}
      >
        <DayField name="endedOn" label={t('input.endedOn')} />
        <OrganisationField name="successorId" label={t('input.successor')} optional />
        <TextField name="basis" label={t('input.basis')} max={600} />
      </CommandButton>
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
              {each.kind === 'group' && each.members.length > 0 && (
                <div className="quiet">
                  {each.members.map((id) => nameById(organisations, id, t)).join('; ')}
                </div>
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
