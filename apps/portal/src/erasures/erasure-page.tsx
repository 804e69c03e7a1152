import type { ErasureStep, ErasureView } from '@lien-ket/contracts';
import { useParams } from 'react-router';
import { useRead } from '../client/queries.js';
import { reads } from '../client/reads.js';
import { EvidenceFiles } from '../layout/evidence-files.js';
import { Page, Panel } from '../layout/page.js';
import { Facts } from '../layout/records.js';
import { Loaded } from '../layout/states.js';
import type { Translate } from '../messages/translate.js';
import { useWords } from '../messages/words.js';
import { day } from '../words/dates.js';
import { documentName, roleName } from '../words/names.js';
import { ErasureCommands } from './erasure-commands.js';
import { ErasureMarks } from './erasures.js';
import { useOfficeOf } from './office.js';

/** What a step says, one line each. */
function linesOf(step: ErasureStep, t: Translate): string[] {
  switch (step.step) {
    case 'requested': {
      const { ground, document } = step.said;
      return [t(`erasure.ground.${ground}`), ...(document ? [documentName(document, t)] : [])];
    }
    case 'assessed': {
      const { outcome, holds, reason } = step.said;
      const kept = holds.map(({ basis, until }) =>
        until ? t('erasures.keptUntil', { basis, day: day(until) }) : t('erasures.kept', { basis }),
      );
      return [t(`erasure.outcome.${outcome}`), ...kept, ...(reason ? [reason] : [])];
    }
    case 'approved':
      return [roleName(step.said.role, t)];
    case 'keyDestroyed':
      return [t(step.said.nameKept ? 'erasures.nameKept' : 'erasures.allGone')];
    case 'answered': {
      const { answeredOn, channel, document } = step.said;
      const how = t('erasures.answered', { day: day(answeredOn), how: t(`erasure.channel.${channel}`) });
      return [how, ...(document ? [documentName(document, t)] : [])];
    }
  }
}

function Steps({ erasure }: { erasure: ErasureView }) {
  const { t } = useWords();
  return (
    <Panel title={t('erasures.steps')}>
      <ol className="entries">
        {erasure.steps.map((step, at) => (
          <li key={at}>
            <strong>{t(`event.erasure.${step.step}`)}</strong> <span className="quiet">{day(step.on)}</span>
            {linesOf(step, t).map((line) => (
              <p key={line} className="pre">
                {line}
              </p>
            ))}
            {step.step === 'requested' && step.said.files && (
              <>
                <p>{t('erasures.files')}:</p>
                <EvidenceFiles ids={step.said.files} />
              </>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

export function ErasurePage() {
  const { t } = useWords();
  const { id = '' } = useParams();
  const officeOf = useOfficeOf();
  const query = useRead(reads.erasure(id));
  return (
    <Loaded query={query}>
      {(erasure) => (
        <Page
          title={t('erasures.title')}
          above={{ to: '/registers/erasures', title: t('erasures.title') }}
          marks={<ErasureMarks erasure={erasure} />}
          acts={<ErasureCommands erasure={erasure} />}
        >
          <section className="panel" aria-label={t('erasures.terms')}>
            <Facts
              facts={[
                [t('registers.office'), officeOf(erasure.contactId)],
                [t('erasures.receivedOn'), day(erasure.receivedOn)],
                [t('erasures.answerTerm'), day(erasure.answerBy)],
                [t('erasures.carryOutTerm'), day(erasure.carryOutBy)],
              ]}
            />
          </section>
          <Steps erasure={erasure} />
        </Page>
      )}
    </Loaded>
  );
}
