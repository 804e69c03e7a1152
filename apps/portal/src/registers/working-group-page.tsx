import type { ForeignRef, WorkingGroupView } from '@lien-ket/contracts';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useRead } from '../client/queries.js';
import { reads } from '../client/reads.js';
import { DayPicker } from '../forms/day-fields.js';
import { Page, Panel } from '../layout/page.js';
import { Records } from '../layout/records.js';
import { Loaded } from '../layout/states.js';
import { useWords } from '../messages/words.js';
import { day } from '../words/dates.js';
import { documentName } from '../words/names.js';
import { ChangeRoster } from './change-roster.js';
import { PlaceGroup } from './working-groups.js';

type Team = WorkingGroupView['teams'][number];

function Members({ team }: { team: Team }) {
  const { t } = useWords();
  return (
    <Panel title={`${team.name} (${team.members.length})`}>
      <Records
        caption={team.name}
        records={team.members.map((member, at) => ({ ...member, at: at + 1 }))}
        keyOf={({ id }) => id}
        columns={[
          {
            key: 'name',
            title: t('input.name'),
            cell: (member) => `${member.at}. ${[member.honorific, member.name].filter(Boolean).join(' ')}`,
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
  );
}

/** Who joined, left or got another task, by which document; changes of a later day stand there, too. */
function Changes({ group: { changes, everyone } }: { group: WorkingGroupView }) {
  const { t } = useWords();
  if (changes.length === 0) return null;
  const nameOf = (id: string) => everyone.find((one) => one.id === id)?.name ?? '';
  return (
    <Panel title={t('groups.changes')}>
      <ol className="entries">
        {changes.map((made, at) => (
          <li key={at}>
            <strong>{t('plans.effectiveOn', { day: day(made.effectiveOn) })}</strong>{' '}
            {documentName(made.document, t)}
            <ul>
              {made.changes.map((change, index) => (
                <li key={index}>
                  {t(`groups.op.${change.op}`)}:{' '}
                  {change.op === 'join'
                    ? `${change.member.name}, ${change.member.role}`
                    : [nameOf(change.memberId), change.op === 'change' ? (change.role ?? change.title) : '']
                        .filter(Boolean)
                        .join(', ')}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function Belonging({ to: { id, printed }, under }: { to: ForeignRef; under: 'plans' | 'agreements' }) {
  return id ? <Link to={`/${under}/${id}`}>{printed}</Link> : <>{printed}</>;
}

/** A roster on a day is never sorted: its order is rank. */
export function WorkingGroupPage() {
  const { t } = useWords();
  const { id = '' } = useParams();
  const [asOf, setAsOf] = useState<string>();
  const query = useRead(reads.workingGroup(id, asOf ? { asOf } : {}));
  return (
    <Loaded query={query}>
      {(group) => (
        <Page
          title={group.name}
          above={{ to: '/registers/working-groups', title: t('registers.groups') }}
          acts={
            !group.originTenant && (
              <>
                <PlaceGroup group={group} />
                <ChangeRoster group={group} />
              </>
            )
          }
        >
          {group.underPlan && (
            <p>
              {t('activities.plan')}: <Belonging to={group.underPlan} under="plans" />
            </p>
          )}
          {group.underAgreement && (
            <p>
              {t('groups.agreement')}: <Belonging to={group.underAgreement} under="agreements" />
            </p>
          )}
          <div className="filters">
            <DayPicker label={t('groups.asOf')} value={asOf ?? group.asOf} change={setAsOf} />
          </div>
          {group.teams.map((team) => (
            <Members key={team.id} team={team} />
          ))}
          <Changes group={group} />
        </Page>
      )}
    </Loaded>
  );
}
