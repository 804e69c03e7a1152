import { AMENDMENT_TONES } from '../words/tones.js';
import type { AmendmentView } from '@lien-ket/contracts';
import { Link } from 'react-router';
import { useList, useOrganisations } from '../client/queries.js';
import { reads } from '../client/reads.js';
import { oneOf, useAsked } from '../layout/asked.js';
import { ChoiceFilter, ListPage } from '../layout/list.js';
import { Mark } from '../layout/tags.js';
import { useWords } from '../messages/words.js';
import { nameById, planNumber } from '../words/names.js';

const STATES = Object.keys(AMENDMENT_TONES) as AmendmentView['state'][];

/** All proposals of the tenant; each is read, compared and decided on its plan's page. */
export function AmendmentsPage() {
  const { t } = useWords();
  const [asked] = useAsked();
  const organisations = useOrganisations();
  const plans = useList(reads.plans({ limit: 200 }));
  const list = useList(reads.allAmendments({ state: oneOf(STATES, asked('state')) }));
  return (
    <ListPage
      title={t('amendments.title')}
      list={list}
      none={t('amendments.none')}
      keyOf={({ id }) => id}
      filters={
        <ChoiceFilter
          name="state"
          label={t('input.state')}
          options={STATES.map((value) => ({ value, label: t(`amendment.state.${value}`) }))}
        />
      }
      columns={[
        {
          key: 'reason',
          title: t('input.reason'),
          cell: ({ planId, reason }) => (
            <Link to={`/plans/${planId}?tab=amendments`}>{reason.slice(0, 200)}</Link>
          ),
        },
        {
          key: 'plan',
          title: t('amendments.planOf'),
          cell: ({ planId }) => {
            const plan = plans.items.find(({ id }) => id === planId);
            return (plan && planNumber(plan)) ?? t('plans.noNumber');
          },
        },
        {
          key: 'by',
          title: t('input.organisation'),
          cell: ({ ownerId }) => nameById(organisations, ownerId, t),
        },
        {
          key: 'changes',
          title: t('amendments.changes'),
          align: 'right',
          cell: ({ changes }) => changes.length,
        },
        {
          key: 'state',
          title: t('input.state'),
          cell: ({ state }) => <Mark tone={AMENDMENT_TONES[state]}>{t(`amendment.state.${state}`)}</Mark>,
        },
      ]}
    />
  );
}
