import type { PlanConsultation, PlanView } from '@lien-ket/contracts';
import { useMe, useOrganisations } from '../client/queries.js';
import { CommandButton } from '../forms/command-button.js';
import { AreaField, CheckField, ChoiceField } from '../forms/fields.js';
import { Panel } from '../layout/page.js';
import { Mark } from '../layout/tags.js';
import { useWords } from '../messages/words.js';
import { isMine } from '../session/rights.js';
import { day } from '../words/dates.js';
import { nameById } from '../words/names.js';

type Comment = PlanConsultation['comments'][number];
type PlanItem = PlanView['content']['items'][number];

interface CommentValues {
  agrees?: boolean;
  text?: string;
  itemId?: string;
}

const itemName = ({ printedNumber, text }: PlanItem): string =>
  [printedNumber, text].filter(Boolean).join(' ').slice(0, 120);

/** Góp ý of an organisation that was asked: to the whole draft, or to one item. */
function CommentButton({ plan }: { plan: PlanView }) {
  const { t } = useWords();
  return (
    <CommandButton
      primary
      resource="plans"
      command="comment"
      target={plan}
      initial={{ agrees: true }}
      body={({ agrees = false, text, itemId }: CommentValues) => ({
        agrees,
        ...(text ? { text } : {}),
        ...(itemId ? { itemId } : {}),
      })}
    >
      <CheckField name="agrees" label={t('consultation.agrees')} />
      <AreaField name="text" label={t('consultation.comment')} max={4000} optional />
      <ChoiceField
        name="itemId"
        label={t('plans.tab.content')}
        options={plan.content.items.map((item) => ({ value: item.id, label: itemName(item) }))}
        optional
      />
    </CommandButton>
  );
}

interface DecisionValues {
  takenOver?: boolean;
  reason?: string;
}

function DecideButton({ plan, comment }: { plan: PlanView; comment: Comment }) {
  const { t } = useWords();
  return (
    <CommandButton
      resource="plans"
      command="decideComment"
      target={plan}
      initial={{ takenOver: true }}
      body={({ takenOver = false, reason }: DecisionValues) => ({
        comment: comment.id,
        takenOver,
        ...(reason ? { reason } : {}),
      })}
    >
      <CheckField name="takenOver" label={t('consultation.takenOver')} />
      <AreaField name="reason" label={t('input.reason')} max={2000} optional />
    </CommandButton>
  );
}

const EDITABLE: readonly PlanView['state'][] = ['draft', 'consulting', 'retracted', 'sentBack'];

function CommentLine({ plan, comment }: { plan: PlanView; comment: Comment }) {
  const { t } = useWords();
  const { on, agrees, text, itemId, decision } = comment;
  const item = plan.content.items.find(({ id }) => id === itemId);
  return (
    <div className="note">
      <Mark tone={agrees ? 'good' : 'wait'}>
        {t(agrees ? 'consultation.agrees' : 'consultation.disagrees')}
      </Mark>{' '}
      <span className="quiet">{day(on)}</span>
      {item && <div className="quiet">{t('consultation.about', { item: itemName(item) })}</div>}
      {text && <p className="pre">{text}</p>}
      {decision && (
        <p>
          <Mark tone={decision.takenOver ? 'good' : 'ended'}>
            {t(decision.takenOver ? 'consultation.takenOver' : 'consultation.notTakenOver')}
          </Mark>{' '}
          {decision.reason}
        </p>
      )}
      {!decision && text && EDITABLE.includes(plan.state) && <DecideButton plan={plan} comment={comment} />}
    </div>
  );
}

/** Lấy ý kiến: who was asked, who has answered, and what became of each comment. */
export function PlanConsultationPanel({
  plan,
  consultation: { dueOn, asked, comments },
}: {
  plan: PlanView;
  consultation: PlanConsultation;
}) {
  const { t } = useWords();
  const { data: me } = useMe();
  const organisations = useOrganisations();
  const answered = asked.filter((one) => one.answered).length;
  const mine = asked.some(({ organisationId }) => isMine(me, organisationId));
  return (
    <Panel title={t('consultation.title')}>
      <p>
        {t('consultation.count', { n: answered, total: asked.length })}
        {dueOn && ` · ${t('consultation.due', { day: day(dueOn) })}`}
      </p>
      <ul className="entries">
        {asked.map(({ printed, organisationId, answered: has }, at) => (
          <li key={organisationId ?? at}>
            <strong>{organisationId ? nameById(organisations, organisationId, t) : printed}</strong>{' '}
            {!has && <Mark tone="plain">{t('consultation.awaited')}</Mark>}
            {comments
              .filter((comment) => comment.organisationId === organisationId)
              .map((comment) => (
                <CommentLine key={comment.id} plan={plan} comment={comment} />
              ))}
          </li>
        ))}
      </ul>
      {plan.state === 'consulting' && mine && <CommentButton plan={plan} />}
    </Panel>
  );
}
