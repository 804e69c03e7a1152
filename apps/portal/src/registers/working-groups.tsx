import type { WorkingGroupView } from '@lien-ket/contracts';
import { Link } from 'react-router';
import { newKey } from '../client/keys.adapter.js';
import { useList } from '../client/queries.js';
import { reads } from '../client/reads.js';

import { CommandButton } from '../forms/command-button.js';
import { ChoiceField, TextField } from '../forms/fields.js';
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
interface Values extends BelongingValues {
  name: string;
  teams: { name: string; members?: MemberValues[] }[];
}

function named(
  field: 'underPlan' | 'underAgreement',
  options: readonly { readonly value: string; readonly label: string }[],
  id: string | undefined,
) {
  const chosen = options.find(({ value }) => value === id);
  return chosen ? { [field]: { id: chosen.value, printed: chosen.label } } : {};
}

interface BelongingValues {
  planId?: string;
  agreementId?: string;
}

/** Plans and agreements that a group may belong to: as fields, and as what is sent of them. */
function useBelonging() {
  const { t } = useWords();
  const plans = useList(reads.plans({ limit: 100, origin: 'own' })).items.map(({ id, number, title }) => ({
    value: id,
    label: [number, title].filter(Boolean).join(' ').slice(0, 600),
  }));
  const agreements = useList(reads.agreements({ limit: 200 })).items.map(({ id, content }) => ({
    value: id,
    label: content.name,
  }));
  const fields = (
    <>
      <ChoiceField name="planId" label={t('activities.plan')} options={plans} optional />
      <ChoiceField name="agreementId" label={t('groups.agreement')} options={agreements} optional />
    </>
  );
  const sent = ({ planId, agreementId }: BelongingValues) => ({
    ...named('underPlan', plans, planId),
    ...named('underAgreement', agreements, agreementId),
  });
  return { fields, sent };
}

/** For a group that was recorded without: whom its roster reaches follows from what it belongs to. */
export function PlaceGroup({ group }: { group: WorkingGroupView }) {
  const { t } = useWords();
  const { fields, sent } = useBelonging();
  if (group.underPlan || group.underAgreement) return null;
  return (
    <CommandButton
      resource="working-groups"
      command="placeUnder"
      target={group}
      body={({ reason, ...under }: BelongingValues & { reason: string }) => ({ ...sent(under), reason })}
    >
      {fields}
      <TextField name="reason" label={t('input.reason')} max={1000} />
    </CommandButton>
  );
}

/** Its plan and its agreement say whom the roster reaches. */
function AddGroup() {
  const { t } = useWords();
  const { fields, sent } = useBelonging();
  return (
    <CommandButton
      primary
      wide
      resource="working-groups"
      command="create"
      initial={{ teams: [{ name: t('groups.coordinationTeam'), members: [{}] }] } as Partial<Values>}
      body={({ name, teams, ...under }: Values) => ({
        name,
        ...sent(under),
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
      {fields}
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

function belongsTo({ underPlan, underAgreement }: WorkingGroupView): string {
  return [underPlan?.printed, underAgreement?.printed].filter(Boolean).join('; ');
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
    { key: 'plan', title: t('groups.belongsTo'), cell: (group) => belongsTo(group) || '–' },
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
