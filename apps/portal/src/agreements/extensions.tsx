import type { AgreementExtension, AgreementView, PartyAnswer } from '@lien-ket/contracts';
import { useMe } from '../client/queries.js';
import { CommandButton } from '../forms/command-button.js';
import {
  documentOf,
  DocumentFields,
  InForceField,
  inForceOf,
  type DocumentValues,
  type InForceValues,
} from '../forms/document-fields.js';
import { DayField } from '../forms/day-fields.js';
import { AreaField } from '../forms/fields.js';
import { Panel } from '../layout/page.js';
import { Facts, Records } from '../layout/records.js';
import { Mark } from '../layout/tags.js';
import { useWords } from '../messages/words.js';
import { day } from '../words/dates.js';
import { documentName } from '../words/names.js';
import { ANSWER_TONES } from '../words/tones.js';
import { confirmationWords, missingIn } from './confirmations.js';

/** What each party says, of the record or of an extension. */
export function Answers({ answers }: { answers: readonly PartyAnswer[] }) {
  const { t } = useWords();
  return (
    <Records
      caption={t('agreements.parties')}
      records={answers}
      keyOf={({ party }) => party}
      columns={[
        { key: 'party', title: t('agreements.parties'), cell: ({ party }) => party },
        {
          key: 'answer',
          title: t('agreements.answer'),
          cell: ({ answer }) => <Mark tone={ANSWER_TONES[answer]}>{t(`answer.${answer}`)}</Mark>,
        },
        { key: 'reason', title: t('input.reason'), cell: ({ reason }) => reason },
      ]}
    />
  );
}

/** Of an extension: how many, and who is missing when asked for. */
function Confirmations({ answers }: { answers: readonly PartyAnswer[] }) {
  const { t } = useWords();
  const missing = missingIn(answers);
  const words = confirmationWords({ answers }, t);
  if (missing.length === 0) return <p>{words}</p>;
  return (
    <details>
      <summary>
        {words}; {t('agreements.missing', { n: missing.length })}
      </summary>
      <ul>
        {missing.map(({ party, answer, reason }) => (
          <li key={party}>
            {party} <Mark tone={ANSWER_TONES[answer]}>{t(`answer.${answer}`)}</Mark> {reason}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Parties that have not answered yet: to the record, or to its newest extension. */
export function awaitedOf({ answers, extensions }: AgreementView): readonly PartyAnswer[] {
  const open = [...answers, ...(extensions.at(-1)?.answers ?? [])].filter(
    ({ answer }) => answer === 'awaited' || answer === 'stale',
  );
  return open.filter(({ party }, index) => open.findIndex((one) => one.party === party) === index);
}

export function ExtendAgreement({ agreement }: { agreement: AgreementView }) {
  const { t } = useWords();
  return (
    <CommandButton
      resource="agreements"
      command="extend"
      target={agreement}
      body={(v: { termTo: string; document?: DocumentValues } & InForceValues) => ({
        termTo: v.termTo,
        document: documentOf(v.document),
        ...inForceOf(v),
      })}
    >
      <DayField name="termTo" label={t('agreements.newEnd')} />
      <DocumentFields />
      <InForceField />
    </CommandButton>
  );
}

interface Props {
  agreement: AgreementView;
}

/** In our own tenant, on what another party recorded: the record with its newest extension, or one extension alone. */
export function Answering({
  agreement,
  about: { version, hash },
}: Props & { about: { version: number; hash: string } }) {
  const { t } = useWords();
  return (
    <>
      <CommandButton
        primary
        resource="agreements"
        command="confirm"
        target={agreement}
        body={() => ({ version, hash })}
      />
      <CommandButton
        resource="agreements"
        command="refuse"
        target={agreement}
        body={(v: { reason: string }) => ({ version, hash, reason: v.reason })}
      >
        <AreaField name="reason" label={t('input.reason')} max={1000} />
      </CommandButton>
    </>
  );
}

type Correction = { termTo: string; document?: DocumentValues; reason: string } & InForceValues;

/** What was typed wrong of an extension; its paper is entered again as a whole. */
function CorrectExtension({ agreement, eventId }: Props & { eventId: string }) {
  const { t } = useWords();
  return (
    <CommandButton
      resource="agreements"
      command="correctExtension"
      target={agreement}
      body={(v: Correction) => ({
        corrects: eventId,
        termTo: v.termTo,
        document: documentOf(v.document),
        reason: v.reason,
        ...inForceOf(v),
      })}
    >
      <DayField name="termTo" label={t('agreements.newEnd')} />
      <DocumentFields />
      <InForceField />
      <AreaField name="reason" label={t('input.reason')} max={1000} />
    </CommandButton>
  );
}

/** An extension is corrected by who recorded it, and answered alone by a party that has not said anything of it yet. */
function ExtensionActs({ agreement, extension }: Props & { extension: AgreementExtension }) {
  const { data: me } = useMe();
  if (agreement.closing || agreement.state !== 'recorded') return null;
  if (!agreement.origin) return <CorrectExtension agreement={agreement} eventId={extension.eventId} />;
  const owed = extension.answers.some(({ tenant, answer }) => tenant === me?.tenant && answer === 'awaited');
  const newest = extension.version === agreement.version;
  return owed && !newest ? <Answering agreement={agreement} about={extension} /> : null;
}

/** Gia hạn, each with its document and what the parties say of it. */
export function Extensions({ agreement }: Props) {
  const { t } = useWords();
  return agreement.extensions.map((extension) => {
    const { eventId, termTo, document, effectiveOn, businessDate, inForce, answers } = extension;
    return (
      <Panel
        key={eventId}
        title={t('agreements.extendedTo', { day: day(termTo) })}
        side={
          <Mark tone={inForce ? 'good' : 'wait'}>
            {t(inForce ? 'agreements.extensionInForce' : 'agreements.extensionLater')}
          </Mark>
        }
      >
        <Facts
          facts={[
            [t('input.document'), documentName(document, t)],
            [t('history.effective'), day(effectiveOn)],
            [t('history.business'), day(businessDate)],
          ]}
        />
        <Confirmations answers={answers} />
        <ExtensionActs agreement={agreement} extension={extension} />
      </Panel>
    );
  });
}
