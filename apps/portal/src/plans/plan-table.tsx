import type { ActivityListItem, PlanItem, PlanView } from '@lien-ket/contracts';
import { Link } from 'react-router';
import { useList } from '../client/queries.js';
import { reads } from '../client/reads.js';
import { Nothing } from '../layout/states.js';
import { Mark, SignalMark } from '../layout/tags.js';
import { useWords } from '../messages/words.js';
import { printedNames } from '../words/names.js';
import { printedTable, withoutEmptySections, type ItemRow, type SectionRow } from '../words/printed-table.js';
import { ACTIVITY_TONES } from '../words/tones.js';

const COLUMNS = ['number', 'text', 'leads', 'contacts', 'deliverable', 'time', 'note', 'state'] as const;

/** More leads than these, inherited from the section, are named once, in the section's own row. */
const SHOWN_INHERITED = 2;

function contactNames({ contactOffices }: PlanItem): string {
  return contactOffices
    .map(({ title, division, organisation }) => [title, division, organisation].filter(Boolean).join(', '))
    .join('; ');
}

function Section({ row: { section, depth } }: { row: SectionRow }) {
  const { t } = useWords();
  const title = [section.printedNumber, section.title].filter(Boolean).join(' ');
  return (
    <tr className="section">
      <th scope="colgroup" colSpan={COLUMNS.length}>
        <span className={`depth-${Math.min(depth, 3)}`}>{title}</span>
        {section.leads.length > 0 && (
          <div className="quiet">
            {t('table.leads')}: {printedNames(section.leads)}
          </div>
        )}
      </th>
    </tr>
  );
}

function Standing({ row, activity }: { row: ItemRow; activity: ActivityListItem | undefined }) {
  const { t } = useWords();
  if (row.removed !== null) return <Mark tone="ended">{t('table.removed')}</Mark>;
  if (!activity)
    return row.item.becomesActivity ? null : <span className="quiet">{t('table.noActivity')}</span>;
  return (
    <span className="marks">
      <Link to={`/activities/${activity.id}`}>
        <Mark tone={ACTIVITY_TONES[activity.state]}>{t(`activity.state.${activity.state}`)}</Mark>
      </Link>
      <SignalMark signal={activity.signal} />
    </span>
  );
}

function Item({ row, activity }: { row: ItemRow; activity: ActivityListItem | undefined }) {
  const { t } = useWords();
  const { item, leads, inherited, removed } = row;
  return (
    <tr className={removed === null ? undefined : 'removed'}>
      <td data-label={t('table.number')}>{item.printedNumber}</td>
      <td data-label={t('table.text')}>
        {removed === null ? item.text : <del className="text">{item.text}</del>}
        {item.subTasks.length > 0 && (
          <ul>
            {item.subTasks.map((task) => (
              <li key={task}>{task}</li>
            ))}
          </ul>
        )}
        {removed !== null && <div>{t('table.removedWhy', { reason: removed })}</div>}
      </td>
      <td data-label={t('table.leads')}>
        {inherited && leads.length > SHOWN_INHERITED
          ? t('table.inheritedMany', { n: leads.length })
          : printedNames(leads)}
        {inherited && <span className="quiet"> ({t('table.inherited')})</span>}
        {item.coordinators.length > 0 && (
          <div className="quiet">{t('table.coordinators', { names: printedNames(item.coordinators) })}</div>
        )}
      </td>
      <td data-label={t('table.contacts')}>{contactNames(item)}</td>
      <td data-label={t('table.deliverable')}>{item.deliverable}</td>
      <td data-label={t('table.time')}>{item.time}</td>
      <td data-label={t('table.note')}>{item.note}</td>
      <td data-label={t('table.state')}>
        <Standing row={row} activity={activity} />
      </td>
    </tr>
  );
}

/** The printed table, in the printed order, with what has become of each row. */
export function PlanTable({ plan }: { plan: PlanView }) {
  const { t } = useWords();
  const activities = useList(reads.activities({ planId: plan.id, limit: 200 }), plan.state !== 'draft');
  const rows = withoutEmptySections(printedTable(plan.content, plan.removedItems));
  if (rows.length === 0) return <Nothing>{t('page.none')}</Nothing>;
  const byItem = new Map(activities.items.map((activity) => [activity.itemId, activity]));
  return (
    <div className="records-box" role="region" aria-label={t('table.caption')} tabIndex={0}>
      <table className="records printed">
        <caption className="unseen">{t('table.caption')}</caption>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {t(`table.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) =>
            row.kind === 'section' ? (
              <Section key={row.id} row={row} />
            ) : (
              <Item key={row.id} row={row} activity={byItem.get(row.item.id)} />
            ),
          )}
        </tbody>
      </table>
    </div>
  );
}
