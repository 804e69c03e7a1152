import type { AgreementView } from '@lien-ket/contracts';
import { Link, useParams } from 'react-router';
import { useMe, useRead } from '../client/queries.js';
import { reads } from '../client/reads.js';
import { CommandButton } from '../forms/command-button.js';
import { documentOf, DocumentFields, type DocumentValues } from '../forms/document-fields.js';
import { DayField } from '../forms/day-fields.js';
import { AreaField, ChoiceField } from '../forms/fields.js';
import { AGREEMENT_WHY } from '../history/fields.js';
import { Why } from '../history/why.js';
import { Page, Panel } from '../layout/page.js';
import { Facts } from '../layout/records.js';
import { Loaded } from '../layout/states.js';
import { OriginMark } from '../layout/tags.js';
import { useWords } from '../messages/words.js';
import { day, printedDate } from '../words/dates.js';
import { documentName } from '../words/names.js';
import { AgreementMark, termWords } from './agreements-page.js';
import { confirmationWords } from './confirmations.js';
import { Answering, Answers, awaitedOf, ExtendAgreement, Extensions } from './extensions.js';
import { ReviseAgreement } from './record-agreement.js';

interface Props {
  agreement: AgreementView;
}

function Keeping({ agreement }: Props) {
  const { t } = useWords();
  const awaited = awaitedOf(agreement);
  return (
    <>
      <ExtendAgreement agreement={agreement} />
      <ReviseAgreement agreement={agreement} />
      {awaited.length > 0 && (
        <CommandButton
          resource="agreements"
          command="confirmOnPaper"
          target={agreement}
          body={(v: { party: string; document?: DocumentValues }) => ({
            party: v.party,
            document: documentOf(v.document),
          })}
        >
          <ChoiceField
            name="party"
            label={t('agreements.parties')}
            options={awaited.map(({ party }) => ({ value: party, label: party }))}
          />
          <DocumentFields />
        </CommandButton>
      )}
      <Close agreement={agreement} />
    </>
  );
}

/** With `corrects`: what was typed wrong of a closing; its paper is entered again as a whole. */
function Close({ agreement, corrects }: Props & { corrects?: string }) {
  const { t } = useWords();
  return (
    <CommandButton
      danger={corrects === undefined}
      resource="agreements"
      command="close"
      target={agreement}
      {...(corrects ? { title: t('agreements.correctClosing') } : {})}
      body={(v: { closedOn: string; document?: DocumentValues; reason?: string }) => ({
        closedOn: v.closedOn,
        document: documentOf(v.document),
        ...(corrects ? { corrects, reason: v.reason } : {}),
      })}
    >
      <DayField name="closedOn" label={t('input.endedOn')} />
      <DocumentFields />
      {corrects && <AreaField name="reason" label={t('input.reason')} max={1000} />}
    </CommandButton>
  );
}

function Commands({ agreement }: Props) {
  const { data: me } = useMe();
  if (agreement.closing && !agreement.origin)
    return <Close agreement={agreement} corrects={agreement.closing.eventId} />;
  if (agreement.closing || agreement.state !== 'recorded') return null;
  if (!agreement.origin) return <Keeping agreement={agreement} />;
  const { version, hash } = agreement;
  const owed = awaitedOf(agreement).some(({ tenant }) => tenant === me?.tenant);
  return owed ? <Answering agreement={agreement} about={{ version, hash }} /> : null;
}

function Parties({ agreement }: Props) {
  const { t } = useWords();
  return (
    <Panel title={t('agreements.parties')} side={<strong>{confirmationWords(agreement, t)}</strong>}>
      <Answers answers={agreement.answers} />
    </Panel>
  );
}

function About({ agreement: { id, version, content } }: Props) {
  const { t } = useWords();
  return (
    <span className="marks">
      {t('agreements.version', { n: version })}
      <Why scope="agreement" id={id} fields={AGREEMENT_WHY} name={content.name} />
      <Link to={`/history?scope=agreement&id=${id}`}>{t('history.open')}</Link>
    </span>
  );
}

export function AgreementPage() {
  const { t } = useWords();
  const { id = '' } = useParams();
  const query = useRead(reads.agreement(id));
  return (
    <Loaded query={query}>
      {(agreement) => {
        const { content, origin, closing } = agreement;
        return (
          <Page
            title={content.name}
            above={{ to: '/agreements', title: t('agreements.title') }}
            marks={
              <>
                <AgreementMark agreement={agreement} />
                <OriginMark origin={origin} />
              </>
            }
            acts={<Commands agreement={agreement} />}
          >
            <Parties agreement={agreement} />
            <Extensions agreement={agreement} />
            <Panel title={t('input.text')} side={<About agreement={agreement} />}>
              <Facts
                facts={[
                  [t('input.kind'), t(`agreement.kind.${content.kind}`)],
                  [t('agreements.signed'), content.signedOn ? printedDate(content.signedOn) : '–'],
                  [t('input.place'), content.place ?? '–'],
                  [t('agreements.term'), termWords(content)],
                  ...(closing
                    ? [
                        [
                          t(closing.inForce ? 'agreements.closed' : 'agreements.closes'),
                          `${day(closing.closedOn)}${closing.document ? `, ${documentName(closing.document, t)}` : ''}`,
                        ] as const,
                      ]
                    : []),
                  [t('agreements.fields'), content.fields.join('; ') || '–'],
                  [t('agreements.bases'), content.legalBases.join('; ') || '–'],
                ]}
              />
            </Panel>
          </Page>
        );
      }}
    </Loaded>
  );
}
