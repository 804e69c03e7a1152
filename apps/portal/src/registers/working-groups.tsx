import type { WorkingGroupView } from '@lien-ket/contracts';
import { Link } from 'react-router';
import { newKey } from '../client/keys.adapter.js';
import { useList } from '../client/queries.js';
import { reads } from '../client/reads.js';

import { CommandButton } from '../forms/command-button.js';
import { TextField } from '../forms/fields.js';
import { filled } from '../forms/lines.js';
import { RowsField } from '../forms/rows-field.js';
import { useAsked } from '../layout/asked.js';
import { List, SearchFilter } from '../layout/list.js';
import type { Column } from '../layout/records.js';
import type { Translate } from '../messages/translate.js';
import { useWords } from '../messages/words.js';

interface MemberValues {
  honorific?: string;
  name: string;
  title: string;
  role: string;
}
interface Values {
  name: string;
  underPlan?: string;
  teams: { name: string; members?: MemberValues[] }[];
}

function AddGroup() {
  const { t } = useWords();
  return (
    <CommandButton
      primary
      wide
      resource="working-groups"
      command="create"
      initial={{ teams: [{ name: t('groups.coordinationTeam'), members: [{}] }] } as Partial<Values>}
      body={({ name, underPlan, teams }: Values) => ({
        name,
        ...(underPlan ? { underPlan: { printed: underPlan } } : {}),
        teams: teams.map((team) => ({
          id: newKey(),
          name: team.name,
          members: (team.members ?? []).map(({ honorific, ...member }) => ({
            ...member,
            ...filled({ honorific }),
          })),
        })),
      })}
    >
      <p>{t('groups.orderHint')}</p>
      <TextField name="name" label={t('input.title')} />
      <TextField name="underPlan" label={t('activities.plan')} max={600} optional />
      <RowsField
        name="teams"
        title={t('groups.team')}
        addTitle={t('groups.addTeam')}
        blank={{ members: [{}] }}
      >
        {(at) => (
          <>
            <TextField name={[at, 'name']} label={t('groups.teamName')} />
            <RowsField name={[at, 'members']} title={t('groups.member')} addTitle={t('groups.addMember')}>
              {(row) => (
                <div className="columns">
                  <TextField name={[row, 'honorific']} label={t('groups.honorific')} max={20} optional />
                  <TextField name={[row, 'name']} label={t('input.name')} max={200} />
                  <TextField name={[row, 'title']} label={t('input.signerTitle')} />
                  <TextField name={[row, 'role']} label={t('groups.role')} max={100} />
                </div>
              )}
            </RowsField>
          </>
        )}
      </RowsField>
    </CommandButton>
  );
}

function columns(t: Translate): Column<WorkingGroupView>[] {
  return [
    {
      key: 'name',
      title: t('registers.groups'),
      cell: ({ id, name, originTenant }) => (
        <>
          <Link to={`/working-groups/${id}`}>{name}</Link>{' '}
          {originTenant && (
            <span className="mark mark-origin">{t('app.from', { tenant: originTenant })}</span>
          )}
        </>
      ),
    },
    { key: 'plan', title: t('activities.plan'), cell: ({ underPlan }) => underPlan?.printed ?? '–' },
    {
      key: 'teams',
      title: t('groups.team'),
      cell: ({ teams }) => teams.map(({ name, members }) => `${name} (${members.length})`).join('; '),
    },
  ];
}

export function WorkingGroups() {
  const { t } = useWords();
  const [asked] = useAsked();
  const list = useList(reads.workingGroups({ q: asked('q') }));
  return (
    <List
      caption={t('registers.groups')}
      list={list}
      none={t('registers.none')}
      keyOf={({ id }) => id}
      columns={columns(t)}
      filters={
        <>
          <SearchFilter />
          <AddGroup />
        </>
      }
    />
  );
}
