import { useList } from '../client/queries.js';
import { reads } from '../client/reads.js';
import type { DocumentView } from '../client/registers.js';
import { CommandButton } from '../forms/command-button.js';
import { TextField } from '../forms/fields.js';
import { Records, type Column } from '../layout/records.js';
import { LoadedList } from '../layout/states.js';
import { ExampleMark, Mark } from '../layout/tags.js';
import type { Translate } from '../messages/translate.js';
import { useWords } from '../messages/words.js';
import { day } from '../words/dates.js';
import { documentName } from '../words/names.js';

interface ContactValues {
  organisation: string;
  division?: string;
  title?: string;
  name: string;
  phone?: string;
  email?: string;
}

function AddContact() {
  const { t } = useWords();
  return (
    <CommandButton
      primary
      resource="contacts"
      command="create"
      body={({ organisation, division, title, name, phone, email }: ContactValues) => ({
        office: { organisation, ...(division ? { division } : {}), ...(title ? { title } : {}) },
        name,
        ...(phone ? { phone } : {}),
        ...(email ? { email } : {}),
      })}
    >
      <TextField name="organisation" label={t('input.organisation')} />
      <TextField name="division" label={t('registers.office')} max={200} optional />
      <TextField name="title" label={t('input.signerTitle')} max={200} optional />
      <TextField name="name" label={t('input.name')} max={200} />
      <TextField name="phone" label={t('input.phone')} max={40} optional />
      <TextField name="email" label={t('input.email')} max={200} optional />
    </CommandButton>
  );
}

export function Contacts() {
  const { t } = useWords();
  const list = useList(reads.contacts());
  const personal = (value: string | null | undefined) => value ?? t('registers.erased');
  return (
    <>
      <div className="filters">
        <AddContact />
      </div>
      <LoadedList list={list} none={t('registers.none')}>
        {(items) => (
          <Records
            caption={t('registers.contacts')}
            records={items}
            keyOf={({ id }) => id}
            columns={[
              {
                key: 'office',
                title: t('registers.office'),
                cell: ({ office: { title, division, organisation } }) =>
                  [title, division, organisation].filter(Boolean).join(', '),
              },
              { key: 'name', title: t('input.name'), cell: ({ name }) => personal(name) },
              { key: 'phone', title: t('input.phone'), cell: ({ phone }) => phone ?? '–' },
              { key: 'email', title: t('input.email'), cell: ({ email }) => email ?? '–' },
            ]}
          />
        )}
      </LoadedList>
    </>
  );
}

/** Number, incoming number and cited number are three things and stay apart. */
function documentColumns(t: Translate): Column<DocumentView>[] {
  return [
    {
      key: 'abstract',
      title: t('registers.documents'),
      cell: (document) => (
        <>
          {document.abstract}
          {document.conflicts.length > 0 && (
            <p className="note">
              {t('registers.conflicts')}: {document.conflicts.join('; ')}
            </p>
          )}
        </>
      ),
    },
    {
      key: 'number',
      title: t('plans.number'),
      cell: (document) => documentName(document, t),
    },
    { key: 'issuer', title: t('input.organisation'), cell: ({ issuer }) => issuer?.printed ?? '–' },
    {
      key: 'standing',
      title: t('input.kind'),
      cell: ({ standing, incoming }) => (
        <>
          <Mark tone={standing === 'citedOnly' ? 'unknown' : 'plain'}>
            {t(`registers.standing.${standing}`)}
          </Mark>
          {incoming && (
            <div className="quiet">
              {t('registers.incoming', { number: incoming.number, day: day(incoming.on) })}
            </div>
          )}
        </>
      ),
    },
  ];
}

export function Documents() {
  const { t } = useWords();
  const list = useList(reads.documents());
  return (
    <LoadedList list={list} none={t('registers.none')}>
      {(items) => (
        <Records
          caption={t('registers.documents')}
          records={items}
          keyOf={({ id }) => id}
          columns={documentColumns(t)}
        />
      )}
    </LoadedList>
  );
}

/** A roster is never sorted: its order is rank. */
export function WorkingGroups() {
  const { t } = useWords();
  const list = useList(reads.workingGroups());
  return (
    <LoadedList list={list} none={t('registers.none')}>
      {(items) => (
        <ul className="entries">
          {items.map(({ id, name, teams }) => (
            <li key={id}>
              <h2>{name}</h2>
              {teams.map((team) => (
                <div key={team.id}>
                  <h3 className="gap">
                    {team.name} ({team.members.length})
                  </h3>
                  <ol>
                    {team.members.map((member, at) => (
                      <li key={at}>
                        {[member.honorific, member.name].filter(Boolean).join(' ')}, {member.title} –{' '}
                        {member.role}
                      </li>
                    ))}
                  </ol>
                </div>
              ))}
            </li>
          ))}
        </ul>
      )}
    </LoadedList>
  );
}

export function Campaigns() {
  const { t } = useWords();
  const list = useList(reads.campaigns());
  return (
    <LoadedList list={list} none={t('registers.none')}>
      {(items) => (
        <ul className="entries">
          {items.map(({ id, title, receiver, dueOn, asPrinted, requests, example }) => (
            <li key={id}>
              <strong>{title}</strong> <ExampleMark example={example} />
              <div className="quiet">
                {t('obligations.to')}: {receiver.printed} · {t('input.dueOn')}: {day(dueOn)}
                {asPrinted && ` (“${asPrinted}”)`}
              </div>
              {requests.map((request) => (
                <div key={request.to}>
                  {request.to} ({request.debtors.length})
                  <ol>
                    {request.headings.map((heading) => (
                      <li key={heading}>{heading}</li>
                    ))}
                  </ol>
                </div>
              ))}
            </li>
          ))}
        </ul>
      )}
    </LoadedList>
  );
}
