import type { RosterChange, WorkingGroupView } from '@lien-ket/contracts';
import { Form } from 'antd';
import { newKey } from '../client/keys.adapter.js';
import { CommandButton } from '../forms/command-button.js';
import {
  documentOf,
  DocumentFields,
  inForceOf,
  InForceField,
  type DocumentValues,
  type InForceValues,
} from '../forms/document-fields.js';
import { ChoiceField, TextField } from '../forms/fields.js';
import { filled } from '../forms/lines.js';
import { RowsField } from '../forms/rows-field.js';
import { useWords } from '../messages/words.js';

const OPS = ['join', 'leave', 'change'] as const;

interface Row {
  readonly op: (typeof OPS)[number];
  readonly teamId?: string;
  readonly memberId?: string;
  readonly honorific?: string;
  readonly name?: string;
  readonly title?: string;
  readonly role?: string;
}
interface Values extends InForceValues {
  readonly document: DocumentValues;
  readonly changes?: readonly Row[];
}

/** What a row lacks stays empty, so that the answer points at it. */
function changeOf({ op, teamId = '', memberId = '', honorific, name = '', title, role }: Row): RosterChange {
  switch (op) {
    case 'join': {
      const member = { id: newKey(), name, title: title ?? '', role: role ?? '', ...filled({ honorific }) };
      return { op, teamId, member, ...filled({ afterMemberId: memberId }) };
    }
    case 'leave':
      return { op, memberId };
    case 'change':
      return { op, memberId, ...filled({ role, title }) };
  }
}

function RowFields({ group, at }: { group: WorkingGroupView; at: number }) {
  const { t } = useWords();
  const op: Row['op'] | undefined = Form.useWatch(['changes', at, 'op']);
  const members = group.teams.flatMap((team) =>
    team.members.map(({ id, name, role }) => ({ value: id, label: `${name}, ${role} (${team.name})` })),
  );
  const leaves = op === 'leave';
  const joins = op === 'join';
  return (
    <>
      <ChoiceField
        name={[at, 'op']}
        label={t('amendments.op')}
        options={OPS.map((value) => ({ value, label: t(`groups.op.${value}`) }))}
      />
      {joins && (
        <ChoiceField
          name={[at, 'teamId']}
          label={t('groups.team')}
          options={group.teams.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <ChoiceField
        name={[at, 'memberId']}
        label={joins ? t('groups.after') : t('groups.member')}
        options={members}
        optional={joins}
      />
      {!leaves && (
        <div className="columns">
          {joins && <TextField name={[at, 'honorific']} label={t('groups.honorific')} max={20} optional />}
          {joins && <TextField name={[at, 'name']} label={t('input.name')} max={200} />}
          <TextField name={[at, 'title']} label={t('input.signerTitle')} optional={!joins} />
          <TextField name={[at, 'role']} label={t('groups.role')} max={100} optional={!joins} />
        </div>
      )}
    </>
  );
}

/** Kiện toàn: by a document, from its day on. */
export function ChangeRoster({ group }: { group: WorkingGroupView }) {
  const { t } = useWords();
  return (
    <CommandButton
      wide
      resource="working-groups"
      command="changeRoster"
      target={group}
      initial={{ changes: [{ op: 'join' }] } as Partial<Values>}
      body={(v: Values) => ({
        document: documentOf(v.document),
        changes: (v.changes ?? []).map(changeOf),
        ...inForceOf(v),
      })}
    >
      <DocumentFields />
      <InForceField />
      <RowsField name="changes" title={t('groups.change')} addTitle={t('form.add')} blank={{ op: 'join' }}>
        {(at) => <RowFields group={group} at={at} />}
      </RowsField>
    </CommandButton>
  );
}
