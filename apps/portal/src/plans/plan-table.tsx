import type { ActivityListItem, PlanItem, PlanView } from '@lien-ket/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useList } from '../client/queries.js';
import { reads } from '../client/reads.js';
import { ITEM_WHY } from '../history/fields.js';
import { Why } from '../history/why.js';
import { Nothing } from '../layout/states.js';
import { Mark, SignalMark } from '../layout/tags.js';
import { useWords } from '../messages/words.js';
import { printedNames } from '../words/names.js';
import { placedNumber, placesOf } from '../words/printed-place.js';
import {
  printedTable,
  withoutEmptySections,
  type ItemRow,
  type PrintedRow,
  type SectionRow,
} from '../words/printed-table.js';
import { ACTIVITY_TONES } from '../words/tones.js';
import { printedOffice } from './draft.js';

const COLUMNS = ['number', 'text', 'leads', 'contacts', 'deliverable', 'time', 'note', 'state'] as const;
type ColumnName = (typeof COLUMNS)[number];

/** Columns that some row fills: an empty one only takes the room of the others. */
function usedColumns(rows: readonly PrintedRow[]): readonly ColumnName[] {
  const items = rows.flatMap((row) => (row.kind === 'item' ? [row] : []));
  const used: Readonly<Record<ColumnName, boolean>> = {
    number: items.some(({ item }) => item.printedNumber),
    text: true,
    leads: items.some(({ leads, item }) => leads.length + item.coordinators.length > 0),
    contacts: items.some(({ item }) => item.contactOffices.length > 0),
    deliverable: items.some(({ item }) => item.deliverable),
    time: items.some(({ item }) => item.time),
    note: items.some(({ item }) => item.note),
    state: true,
  };
  return COLUMNS.filter((column) => used[column]);
}

/** More leads than these, inherited from the section, are named once, in the section's own row. */
const SHOWN_INHERITED = 2;

function contactNames({ contactOffices }: PlanItem): string {
  return contactOffices.map(printedOffice).join('; ');
}

function Section({ row: { section, depth }, span }: { row: SectionRow; span: number }) {
  const { t } = useWords();
  const title = [section.printedNumber, section.title].filter(Boolean).join(' ');
  return (
    <tr className="section">
      <th scope="colgroup" colSpan={span}>
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

interface ItemProps {
  row: ItemRow;
  activity: ActivityListItem | undefined;
  /** Printed number of the item that is the same work, where a plan prints it twice. */
  same: string | null | undefined;
}

function Standing({ row, activity, same }: ItemProps) {
  const { t } = useWords();
  if (row.removed !== null) return <Mark tone="ended">{t('table.removed')}</Mark>;
  if (!activity && row.item.becomesActivity) return null;
  if (!activity)
    return (
      <span className="quiet">{same ? t('table.sameAs', { number: same }) : t('table.noActivity')}</span>
    );
  return (
    <span className="marks">
      <Link to={`/activities/${activity.id}`}>
        <Mark tone={ACTIVITY_TONES[activity.state]}>{t(`activity.state.${activity.state}`)}</Mark>
      </Link>
      <SignalMark signal={activity.signal} />
    </span>
  );
}

function Text({ row: { item, removed } }: { row: ItemRow }) {
  const { t } = useWords();
  // An item that is its own only task is printed once.
  const subTasks = item.subTasks.filter((task) => task.trim() !== item.text.trim());
  return (
    <>
      {removed === null ? item.text : <del className="text">{item.text}</del>}
      {subTasks.length > 0 && (
        <ul>
          {subTasks.map((task) => (
            <li key={task}>{task}</li>
          ))}
        </ul>
      )}
      {removed !== null && <div>{t('table.removedWhy', { reason: removed })}</div>}
      <Why scope="item" id={item.id} fields={ITEM_WHY} name={item.text} />
    </>
  );
}

function Leads({ row: { item, leads, inherited } }: { row: ItemRow }) {
  const { t } = useWords();
  return (
    <>
      {inherited && leads.length > SHOWN_INHERITED
        ? t('table.inheritedMany', { n: leads.length })
        : printedNames(leads)}
      {inherited && <span className="quiet"> ({t('table.inherited')})</span>}
      {item.coordinators.length > 0 && (
        <div className="quiet">{t('table.coordinators', { names: printedNames(item.coordinators) })}</div>
      )}
    </>
  );
}

function cellOf(column: ColumnName, { row, activity, same }: ItemProps): ReactNode {
  const { item } = row;
  switch (column) {
    case 'number':
      return item.printedNumber;
    case 'text':
      return <Text row={row} />;
    case 'leads':
      return <Leads row={row} />;
    case 'contacts':
      return contactNames(item);
    case 'deliverable':
    case 'time':
    case 'note':
      return item[column];
    case 'state':
      return <Standing row={row} activity={activity} same={same} />;
  }
}

function Item({ columns, ...props }: ItemProps & { columns: readonly ColumnName[] }) {
  const { t } = useWords();
  return (
    <tr className={props.row.removed === null ? undefined : 'removed'}>
      {columns.map((column) => (
        <td key={column} data-label={t(`table.${column}`)} className={`column-${column}`}>
          {cellOf(column, props)}
        </td>
      ))}
    </tr>
  );
}

/** The printed table, in the printed order, with what has become of each row. */
export function PlanTable({ plan, past }: { plan: PlanView; past: boolean }) {
  const { t } = useWords();
  // Activities are known as they are today: beside a plan of another day their state would say what was not so then.
  const now = !past && plan.state !== 'draft';
  const activities = useList(reads.activities({ planId: plan.id, limit: 200 }), now);
  const rows = withoutEmptySections(printedTable(plan.content, plan.removedItems));
  if (rows.length === 0) return <Nothing>{t('page.none')}</Nothing>;
  const columns = usedColumns(rows);
  const places = placesOf(plan.content);
  const sameAs = (id: string | undefined) => {
    const other = plan.content.items.find((item) => item.id === id);
    return other && placedNumber(other.printedNumber ?? null, places.get(other.id));
  };
  const byItem = new Map(activities.items.map((activity) => [activity.itemId, activity]));
  return (
    <div className="records-box" role="region" aria-label={t('table.caption')} tabIndex={0}>
      <table className="records printed">
        <caption className="unseen">{t('table.caption')}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={`column-${column}`}>
                {t(`table.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) =>
            row.kind === 'section' ? (
              <Section key={row.id} row={row} span={columns.length} />
            ) : (
              <Item
                key={row.id}
                columns={columns}
                row={row}
                activity={byItem.get(row.item.id)}
                same={sameAs(row.item.sameAsItemId)}
              />
            ),
          )}
        </tbody>
      </table>
    </div>
  );
}
