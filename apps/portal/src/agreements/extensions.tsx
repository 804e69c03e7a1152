import type { AgreementExtension, AgreementView, PartyAnswer } from '@lien-ket/contracts';
import { CommandButton } from '../forms/command-button.js';
import {
  documentOf,
  DocumentFields,
  InForceField,
  inForceOf,
  type DocumentValues,
  type InForceValues,
} from '../forms/document-fields.js';
import { DayField } from '../forms/fields.js';
import { Panel } from '../layout/page.js';
import { Facts, Records } from '../layout/records.js';
import { Mark } from '../layout/tags.js';
import { useWords } from '../messages/words.js';
import { day } from '../words/dates.js';
import { documentName } from '../words/names.js';
import { ANSWER_TONES } from '../words/tones.js';

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

/** Gia hạn, each with its document and what the parties say of it. */
export function Extensions({ extensions }: { extensions: readonly AgreementExtension[] }) {
  const { t } = useWords();
  return extensions.map(({ eventId, termTo, document, effectiveOn, businessDate, inForce, answers }) => (
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
      <Answers answers={answers} />
    </Panel>
  ));
}
