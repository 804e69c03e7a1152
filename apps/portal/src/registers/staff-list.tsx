import { staffRole } from '@lien-ket/contracts';
import { useList, useOrganisations } from '../client/queries.js';
import { reads } from '../client/reads.js';
import { CommandButton } from '../forms/command-button.js';
import { OrganisationField } from '../forms/document-fields.js';
import { ChoiceField, DayField, TextField } from '../forms/fields.js';
import { Records } from '../layout/records.js';
import { LoadedList } from '../layout/states.js';
import { useWords } from '../messages/words.js';
import type { StaffView } from '../client/registers.js';
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
  return (
    <span className="marks">
      <CommandButton
        resource="staff"
        command="assign"
        target={staff}
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
      {!staff.to && (
        <CommandButton
          resource="staff"
          command="endAssignment"
          target={staff}
          body={(v: { endedOn: string; basis: string }) => ({ ...v, assignmentId: staff.assignmentId })}
        >
          <DayField name="endedOn" label={t('input.endedOn')} />
          <TextField name="basis" label={t('input.basis')} max={600} />
        </CommandButton>
      )}
    </span>
  );
}

export function StaffList() {
  const { t } = useWords();
  const organisations = useOrganisations();
  const list = useList(reads.staff());
  return (
    <LoadedList list={list} none={t('registers.none')}>
      {(items) => (
        <Records
          caption={t('registers.staff')}
          records={items}
          keyOf={({ id, assignmentId }) => `${id}/${assignmentId}`}
          columns={[
            { key: 'account', title: t('registers.account'), cell: ({ account }) => account },
            { key: 'role', title: t('input.role'), cell: ({ role }) => roleName(role, t) },
            {
              key: 'organisation',
              title: t('input.organisation'),
              cell: ({ organisationId }) => nameById(organisations, organisationId, t),
            },
            {
              key: 'validity',
              title: t('registers.validity'),
              cell: ({ from, to }) => `${day(from)} – ${to ? day(to) : t('registers.openEnd')}`,
            },
            { key: 'basis', title: t('input.basis'), cell: ({ basis }) => basis },
            { key: 'acts', title: t('table.acts'), cell: (staff) => <Commands staff={staff} /> },
          ]}
        />
      )}
    </LoadedList>
  );
}
