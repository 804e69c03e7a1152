import { staffRole } from '@lien-ket/contracts';
import { useList, useOrganisations } from '../client/queries.js';
import { reads } from '../client/reads.js';
import type { StaffView } from '../client/registers.js';
import { CommandButton } from '../forms/command-button.js';
import { OrganisationField } from '../forms/document-fields.js';
import { DayField } from '../forms/day-fields.js';
import { ChoiceField, TextField } from '../forms/fields.js';
import { List } from '../layout/list.js';
import { useWords } from '../messages/words.js';
import { day } from '../words/dates.js';
import { nameById, roleName } from '../words/names.js';

const ROLES = staffRole.options;

interface AssignValues {
  organisationId: string;
  role: (typeof ROLES)[number];
  from: string;
  to?: string;
  basis: string;
}

function Commands({ staff }: { staff: StaffView }) {
  const { t } = useWords();
  const target = { id: staff.account, revision: staff.revision };
  return (
    <span className="marks">
      <CommandButton
        resource="staff"
        command="assign"
        target={target}
        body={({ to, ...v }: AssignValues) => ({ ...v, ...(to ? { to } : {}) })}
      >
        <OrganisationField name="organisationId" label={t('input.organisation')} />
        <ChoiceField
          name="role"
          label={t('input.role')}
          options={ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
        />
        <DayField name="from" label={t('input.from')} />
        <DayField name="to" label={t('input.to')} optional />
        <TextField name="basis" label={t('input.basis')} max={600} />
      </CommandButton>
      {!staff.validTo && (
        <CommandButton
          resource="staff"
          command="endAssignment"
          target={target}
          body={(v: { endedOn: string; basis: string }) => ({ ...v, assignmentId: staff.assignmentId })}
        >
          <DayField name="endedOn" label={t('input.endedOn')} />
          <TextField name="basis" label={t('input.basis')} max={600} />
        </CommandButton>
      )}
    </span>
  );
}

/** Accounts are pseudonyms here: names and addresses stand in the platform's own store. */
export function StaffList() {
  const { t } = useWords();
  const organisations = useOrganisations();
  const list = useList(reads.staff());
  return (
    <>
      <p className="quiet">{t('registers.staffHint')}</p>
      <List
        caption={t('registers.staff')}
        list={list}
        none={t('registers.none')}
        keyOf={({ assignmentId }) => assignmentId}
        columns={[
          {
            key: 'account',
            title: t('registers.account'),
            cell: ({ account }) => <code>{account.slice(0, 8)}</code>,
          },
          { key: 'role', title: t('input.role'), cell: ({ role }) => roleName(role, t) },
          {
            key: 'organisation',
            title: t('input.organisation'),
            cell: ({ organisationId }) => nameById(organisations, organisationId, t),
          },
          {
            key: 'validity',
            title: t('registers.validity'),
            cell: ({ validFrom, validTo }) =>
              `${day(validFrom)} – ${validTo ? day(validTo) : t('registers.openEnd')}`,
          },
          { key: 'acts', title: t('table.acts'), cell: (staff) => <Commands staff={staff} /> },
        ]}
      />
    </>
  );
}
