import type { MeView, PlanRecall, PlanView } from '@lien-ket/contracts';
import { useMe } from '../client/queries.js';
import { useTenantNames } from '../client/tenants.js';
import { CommandButton } from '../forms/command-button.js';
import { AreaField } from '../forms/fields.js';
import { Panel } from '../layout/page.js';
import { Mark } from '../layout/tags.js';
import { useWords } from '../messages/words.js';
import { hasRole, isMine } from '../session/rights.js';
import { day } from '../words/dates.js';

type Concerned = PlanRecall['concerned'][number];

/** Whether it is mine to acknowledge: my organisation's, or, of a received plan, my tenant's. */
function awaitsMe({ tenant, organisationId, acknowledgedOn }: Concerned, me: MeView): boolean {
  if (acknowledgedOn !== null) return false;
  if (organisationId !== null) return isMine(me, organisationId);
  return tenant === me.tenant && hasRole(me, 'focal', 'clerk', 'leader', 'region-coordinator');
}

function Acknowledge({ plan }: { plan: PlanView }) {
  const { t } = useWords();
  return (
    <CommandButton
      primary
      resource="plans"
      command="acknowledgeRecall"
      target={plan}
      body={({ note }: { note?: string }) => (note ? { note } : {})}
    >
      <AreaField name="note" label={t('input.note')} max={2000} optional />
    </CommandButton>
  );
}

/** Who has marked its copy of a recalled plan, and who has not: always by name. */
export function PlanRecallPanel({ plan, recall }: { plan: PlanView; recall: PlanRecall }) {
  const { t } = useWords();
  const { data: me } = useMe();
  const nameOf = useTenantNames();
  const { concerned } = recall;
  const given = concerned.filter(({ acknowledgedOn }) => acknowledgedOn !== null).length;
  return (
    <Panel title={t('recall.title')}>
      <p>{t('recall.count', { n: given, total: concerned.length })}</p>
      <ul className="entries">
        {concerned.map(({ tenant, organisationId, name, acknowledgedOn, note }) => (
          <li key={organisationId ?? tenant}>
            <strong>
              {[tenant && (nameOf(tenant) ?? t('app.elsewhere')), name].filter(Boolean).join(' · ')}
            </strong>{' '}
            <Mark tone={acknowledgedOn ? 'good' : 'plain'}>
              {acknowledgedOn ? t('recall.given', { day: day(acknowledgedOn) }) : t('recall.awaited')}
            </Mark>
            {note && <p className="pre note">{note}</p>}
          </li>
        ))}
      </ul>
      {me && concerned.some((each) => awaitsMe(each, me)) && <Acknowledge plan={plan} />}
    </Panel>
  );
}
