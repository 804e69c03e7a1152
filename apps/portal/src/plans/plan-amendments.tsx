import type { AmendmentView, PlanView } from '@lien-ket/contracts';
import { useOrganisations, useRead } from '../client/queries.js';
import { reads } from '../client/reads.js';
import { CommandButton } from '../forms/command-button.js';
import {
  documentOf,
  DocumentFields,
  inForceOf,
  InForceField,
  type DocumentValues,
  type InForceValues,
} from '../forms/document-fields.js';
import { AreaField } from '../forms/fields.js';
import { AnsweredDifficulties } from '../difficulties/answered.js';
import { Loaded, Nothing } from '../layout/states.js';
import { Mark } from '../layout/tags.js';
import { useWords } from '../messages/words.js';
import { nameById } from '../words/names.js';
import { AMENDMENT_TONES } from '../words/tones.js';
import { previewOf } from './amendment-preview.js';
import { FieldChanges } from './field-changes.js';
import { ReviseAmendment } from './revise-amendment.js';

interface Props {
  plan: PlanView;
  amendment: AmendmentView;
}

interface DecideValues extends InForceValues {
  document: DocumentValues;
}

function Commands({ plan, amendment }: Props) {
  const { t } = useWords();
  const noted = ({ note }: { note?: string }) => (note ? { note } : {});
  const note = <AreaField name="note" label={t('input.note')} max={2000} optional />;
  const editable = ['proposed', 'sentBack', 'retracted'].includes(amendment.state);
  return (
    <div className="acts">
      {editable && (
        <>
          <CommandButton primary resource="amendments" command="submit" target={amendment} body={noted}>
            {note}
          </CommandButton>
          <ReviseAmendment plan={plan} amendment={amendment} />
        </>
      )}
      {amendment.state === 'submitted' && (
        <>
          <CommandButton
            primary
            resource="plans"
            command="amend"
            target={plan}
            body={(v: DecideValues) => ({
              amendmentId: amendment.id,
              document: documentOf(v.document),
              supersedes: [],
              ...inForceOf(v),
            })}
          >
            <DocumentFields needs={['number', 'symbol']} />
            <InForceField />
          </CommandButton>
          <CommandButton
            resource="amendments"
            command="sendBack"
            target={amendment}
            body={(v: { reasons: string }) => v}
          >
            <AreaField name="reasons" label={t('input.reason')} max={2000} />
          </CommandButton>
          <CommandButton resource="amendments" command="retract" target={amendment} body={noted}>
            {note}
          </CommandButton>
        </>
      )}
    </div>
  );
}

export function PlanAmendments({ plan, past }: { plan: PlanView; past: boolean }) {
  const { t } = useWords();
  const organisations = useOrganisations();
  const query = useRead(reads.amendments(plan.id));
  return (
    <Loaded query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <Nothing>{t('amendments.none')}</Nothing>
        ) : (
          <ul className="entries">
            {items.map((amendment) => (
              <li key={amendment.id}>
                <Mark tone={AMENDMENT_TONES[amendment.state]}>{t(`amendment.state.${amendment.state}`)}</Mark>{' '}
                {nameById(organisations, amendment.ownerId, t)}
                <p className="pre">{amendment.reason}</p>
                <AnsweredDifficulties ids={amendment.difficulties} />
                {amendment.sentBackReasons && <p className="pre late">{amendment.sentBackReasons}</p>}
                {amendment.state === 'decided' ? (
                  <p className="quiet">{t('amendments.decided', { n: amendment.changes.length })}</p>
                ) : (
                  <>
                    <h3 className="gap">{t('amendments.preview')}</h3>
                    <FieldChanges changes={previewOf(plan, amendment.changes)} content={plan.content} />
                  </>
                )}
                {!past && !plan.origin && <Commands plan={plan} amendment={amendment} />}
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}
