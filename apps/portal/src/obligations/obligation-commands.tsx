import type { MeView, ObligationView } from '@lien-ket/contracts';
import { Form } from 'antd';
import { useMe } from '../client/queries.js';
import { CommandButton } from '../forms/command-button.js';
import { OrganisationField } from '../forms/document-fields.js';
import { DayField } from '../forms/day-fields.js';
import { AreaField, CheckField } from '../forms/fields.js';
import { useWords } from '../messages/words.js';
import { hasRole, isMine } from '../session/rights.js';
import { isWaiting } from '../words/due.js';
import { extendedUntil, returnedUntil } from '../words/new-due.js';

interface Props {
  obligation: ObligationView;
}

interface Sided extends Props {
  today: string;
}

const noted = ({ note }: { note?: string }) => (note ? { note } : {});
const nothing = () => ({});

function Debtor({ obligation, today }: Sided) {
  const { t } = useWords();
  const target = { resource: 'obligations', target: obligation } as const;
  return (
    <>
      {['open', 'sentBack'].includes(obligation.state) && (
        <CommandButton
          {...target}
          command="requestExtension"
          body={(v: { reason: string; proposedOn: string }) => v}
        >
          <DayField
            name="proposedOn"
            label={t('input.proposedOn')}
            earliest={extendedUntil({ ...obligation, today }, t)}
          />
          <AreaField name="reason" label={t('input.reason')} max={2000} />
        </CommandButton>
      )}
      {obligation.state === 'sent' && (
        <CommandButton {...target} command="retractReport" body={noted}>
          <AreaField name="note" label={t('input.note')} max={2000} optional />
        </CommandButton>
      )}
    </>
  );
}

interface ExtensionValues {
  granted?: boolean;
  dueOn?: string;
  note?: string;
}

/** Only a term that is granted has to be one; what was asked for may be over by now. */
function GrantedUntil({ obligation, today }: Sided) {
  const { t } = useWords();
  const granted: unknown = Form.useWatch('granted');
  if (granted !== true) return null;
  const earliest = extendedUntil({ ...obligation, today }, t);
  return <DayField name="dueOn" label={t('input.newDueOn')} earliest={earliest} optional />;
}

function Receiver({ obligation, today }: Sided) {
  const { t } = useWords();
  const target = { resource: 'obligations', target: obligation } as const;
  const { state, extension } = obligation;
  const until = returnedUntil({ ...obligation, today }, t);
  return (
    <>
      {state === 'sent' && <CommandButton primary {...target} command="receiveReport" body={nothing} />}
      {(state === 'sent' || state === 'received') && (
        <>
          <CommandButton primary={state === 'received'} {...target} command="acceptReport" body={nothing} />
          <CommandButton
            {...target}
            command="sendBackReport"
            initial={{ newDueOn: until.day }}
            body={(v: { note: string; newDueOn: string }) => v}
          >
            <AreaField name="note" label={t('input.note')} max={2000} />
            <DayField name="newDueOn" label={t('input.newDueOn')} earliest={until} />
          </CommandButton>
        </>
      )}
      {state === 'extensionRequested' && (
        <CommandButton
          primary
          {...target}
          command="decideExtension"
          initial={{ granted: true, ...(extension ? { dueOn: extension.proposedOn } : {}) }}
          body={({ granted = false, dueOn, note }: ExtensionValues) => ({
            granted,
            ...(granted && dueOn ? { dueOn } : {}),
            ...(note ? { note } : {}),
          })}
        >
          <CheckField name="granted" label={t('input.granted')} />
          <GrantedUntil obligation={obligation} today={today} />
          <AreaField name="note" label={t('input.note')} max={2000} optional />
        </CommandButton>
      )}
    </>
  );
}

interface UrgeValues {
  text?: string;
}

/** Đôn đốc: to one who owes it in our own tenant, never to another's. */
export function UrgeButton({ obligation }: Props) {
  const { t } = useWords();
  return (
    <CommandButton
      resource="obligations"
      target={obligation}
      command="urge"
      body={({ text }: UrgeValues) => (text ? { text } : {})}
    >
      <AreaField name="text" label={t('input.text')} max={2000} optional />
    </CommandButton>
  );
}

/** Whether the debtor may be urged by me: it waits, was open while the platform ran, and I wait for it or lead. */
export function mayBeUrged(obligation: ObligationView, me: MeView | undefined): boolean {
  if (!me || obligation.origin || obligation.historic || !isWaiting(obligation)) return false;
  if (isMine(me, obligation.debtorId)) return false;
  return (
    isMine(me, obligation.receiver.organisationId) || hasRole(me, 'focal', 'leader', 'region-coordinator')
  );
}

function Order({ obligation }: Props) {
  const { t } = useWords();
  const target = { resource: 'obligations', target: obligation } as const;
  return (
    <>
      {isWaiting(obligation) && (
        <CommandButton {...target} command="waive" body={(v: { reason: string }) => v}>
          <AreaField name="reason" label={t('input.reason')} max={2000} />
        </CommandButton>
      )}
      {(obligation.state === 'awaitsSuccessor' || isWaiting(obligation)) && (
        <CommandButton {...target} command="transfer" body={(v: { toId: string; basis: string }) => v}>
          <OrganisationField name="toId" label={t('input.successor')} />
          <AreaField name="basis" label={t('input.basis')} max={2000} />
        </CommandButton>
      )}
    </>
  );
}

/** By side: who owes, who receives, and who keeps the list in order. */
export function ObligationCommands({ obligation }: Props) {
  const { data: me } = useMe();
  if (!me) return null;
  const receives =
    isMine(me, obligation.receiver.organisationId) || hasRole(me, 'leader') || obligation.origin !== null;
  return (
    <>
      {isMine(me, obligation.debtorId) && <Debtor obligation={obligation} today={me.businessDate} />}
      {receives && <Receiver obligation={obligation} today={me.businessDate} />}
      {mayBeUrged(obligation, me) && <UrgeButton obligation={obligation} />}
      {!obligation.origin && <Order obligation={obligation} />}
    </>
  );
}
