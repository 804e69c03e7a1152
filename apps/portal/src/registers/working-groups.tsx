import { Link, useParams } from 'react-router';
import { newKey } from '../client/keys.adapter.js';
import { useList, useRead } from '../client/queries.js';
import { reads } from '../client/reads.js';
import type { WorkingGroupView } from '../client/registers.js';
import { CommandButton } from '../forms/command-button.js';
import { TextField } from '../forms/fields.js';
import { filled } from '../forms/lines.js';
import { RowsField } from '../forms/rows-field.js';
import { useAsked } from '../layout/asked.js';
import { List, SearchFilter } from '../layout/list.js';
import { Page, Panel } from '../layout/page.js';
import { Records, type Column } from '../layout/records.js';
import { Loaded } from '../layout/states.js';
import type { Translate } from '../messages/translate.js';
import { useWords } from '../messages/words.js';
import { day } from '../words/dates.js';

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

/** A roster is never sorted: its order is rank. */
export function WorkingGroupPage() {
  const { t } = useWords();
  const { id = '' } = useParams();
  const query = useRead(reads.workingGroup(id));
  return (
    <Loaded query={query}>
      {({ name, underPlan, teams }) => (
        <Page title={name} above={{ to: '/registers/working-groups', title: t('registers.groups') }}>
          {underPlan && (
            <p>
              {t('activities.plan')}: {underPlan.printed}
            </p>
          )}
          {teams.map((team) => (
            <Panel key={team.id} title={`${team.name} (${team.members.length})`}>
              <Records
                caption={team.name}
                records={team.members.map((member, at) => ({ ...member, at: at + 1 }))}
                keyOf={({ at }) => String(at)}
                columns={[
                  {
                    key: 'name',
                    title: t('input.name'),
                    cell: (member) =>
                      `${member.at}. ${[member.honorific, member.name].filter(Boolean).join(' ')}`,
                  },
                  { key: 'title', title: t('input.signerTitle'), cell: ({ title }) => title },
                  { key: 'role', title: t('groups.role'), cell: ({ role }) => role },
                  {
                    key: 'validity',
                    title: t('registers.validity'),
                    cell: ({ from, to }) =>
                      from || to ? `${day(from)} – ${to ? day(to) : t('registers.openEnd')}` : '–',
                  },
                ]}
              />
            </Panel>
          ))}
        </Page>
      )}
    </Loaded>
  );
}
