import { Button } from 'antd';
import { useState } from 'react';
import { useList, useMe, useRead } from '../client/queries.js';
import { reads } from '../client/reads.js';
import type { ContactPerson, ContactView, Personal } from '../client/registers.js';
import { RequestErasure } from '../erasures/erasure-commands.js';
import { CommandButton } from '../forms/command-button.js';
import { AreaField, TextField } from '../forms/fields.js';
import { filled } from '../forms/lines.js';
import { useAsked } from '../layout/asked.js';
import { Corrections } from '../layout/corrections.js';
import { List, SearchFilter } from '../layout/list.js';
import { Failure } from '../layout/states.js';
import { useWords } from '../messages/words.js';
import { hasRole, touches, useMayDo } from '../session/rights.js';

interface ContactValues {
  organisation: string;
  division?: string;
  title?: string;
  name: string;
  phone?: string;
  email?: string;
}

const contactOf = ({ organisation, division, title, name, phone, email }: ContactValues) => ({
  office: { organisation, ...filled({ division, title }) },
  name,
  ...filled({ phone, email }),
});

function Entry() {
  const { t } = useWords();
  return (
    <>
      <p>{t('registers.personHint')}</p>
      <TextField name="organisation" label={t('input.organisation')} />
      <TextField name="division" label={t('registers.office')} max={200} optional />
      <TextField name="title" label={t('input.signerTitle')} max={200} optional />
      <TextField name="name" label={t('input.name')} max={200} />
      <TextField name="phone" label={t('input.phone')} max={40} optional />
      <TextField name="email" label={t('input.email')} max={200} optional />
    </>
  );
}

function AddContact() {
  return (
    <CommandButton primary resource="contacts" command="create" body={contactOf}>
      <Entry />
    </CommandButton>
  );
}

/** With the person who was asked for; of whom is erased nothing is entered again. */
function CorrectContact({ contact, person }: { contact: ContactView } & ContactPerson) {
  const { t } = useWords();
  const { data: me } = useMe();
  const { organisationId, ...office } = contact.office;
  const { name, phone, email } = person;
  const clear = (part: Personal | null) => (part?.kind === 'clear' ? part.text : undefined);
  if ([name, phone, email].some((part) => part?.kind === 'erased')) return null;
  const keepsAll = me !== undefined && hasRole(me, 'admin');
  if (!keepsAll && !touches(me, [contact.register])) return null;
  return (
    <CommandButton
      resource="contacts"
      command="correctEntry"
      target={contact}
      initial={{ ...office, ...filled({ name: clear(name), phone: clear(phone), email: clear(email) }) }}
      body={({ reason, ...typed }: ContactValues & { reason: string }) => {
        const { office: entered, ...who } = contactOf(typed);
        const isSame = entered.organisation === office.organisation;
        return { reason, office: { ...entered, ...(isSame ? filled({ organisationId }) : {}) }, ...who };
      }}
    >
      <AreaField name="reason" label={t('input.reason')} rows={2} max={2000} />
      <Entry />
    </CommandButton>
  );
}

/** Who it is: asked for one by one, and forgotten when the page is left. */
function Person({ contact }: { contact: ContactView }) {
  const { t } = useWords();
  const mayDo = useMayDo();
  const [asked, setAsked] = useState(false);
  const query = useRead(reads.contact(contact.id), asked);
  if (!mayDo('contacts.get')) return <span className="quiet">{t('registers.personHidden')}</span>;
  if (!asked)
    return (
      <Button
        size="small"
        aria-label={`${t('registers.see')}: ${contact.office.organisation}`}
        onClick={() => setAsked(true)}
      >
        {t('registers.see')}
      </Button>
    );
  if (query.error) return <Failure error={query.error} again={() => void query.refetch()} />;
  if (!query.data) return <span role="status">{t('page.loading')}</span>;
  const { name, phone, email } = query.data.person;
  const said = (part: Personal) => (part.kind === 'clear' ? part.text : t('registers.erased'));
  return (
    <>
      <strong>{said(name)}</strong>
      {phone && <div>{said(phone)}</div>}
      {email && <div>{said(email)}</div>}
      <Button size="small" type="link" onClick={() => setAsked(false)}>
        {t('registers.hide')}
      </Button>
      <Corrections corrections={query.data.corrections} />
      <CorrectContact contact={contact} person={query.data.person} />
    </>
  );
}

export function Contacts() {
  const { t } = useWords();
  const [asked] = useAsked();
  const list = useList(reads.contacts({ q: asked('q') }));
  return (
    <List
      caption={t('registers.contacts')}
      list={list}
      none={t('registers.none')}
      keyOf={({ id }) => id}
      filters={
        <>
          <SearchFilter />
          <AddContact />
        </>
      }
      columns={[
        {
          key: 'office',
          title: t('registers.office'),
          cell: ({ office: { title, division, organisation } }) =>
            [title, division, organisation].filter(Boolean).join(', '),
        },
        { key: 'person', title: t('registers.person'), cell: (contact) => <Person contact={contact} /> },
        { key: 'erase', title: t('erasures.title'), cell: ({ id }) => <RequestErasure contactId={id} /> },
      ]}
    />
  );
}
