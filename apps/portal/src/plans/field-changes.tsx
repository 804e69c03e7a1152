import { plainWords, wordKeys, type HistoryChange, type PlanContent } from '@lien-ket/contracts';
import { useOrganisations } from '../client/queries.js';
import { Records } from '../layout/records.js';
import { isMessageKey, type Translate } from '../messages/translate.js';
import { useWords } from '../messages/words.js';
import { isRule, ruleWords } from '../words/rules.js';

export function partName(field: string | null, t: Translate): string {
  const key = `part.${field}`;
  return field === null ? '' : isMessageKey(key) ? t(key) : field;
}

interface ValueProps {
  readonly value: unknown;
  readonly field?: string | null;
  /** Names of the plan's own parts. */
  nameOf?(id: string): string | undefined;
}

/** Any value of a plan in words: names of agencies and parts, dates, rules, yes and no. */
export function Value({ value, field, nameOf }: ValueProps) {
  const { t } = useWords();
  const { find } = useOrganisations();
  const coded = typeof value === 'string' && field ? wordKeys(field, value).find(isMessageKey) : undefined;
  if (coded) return <span>{t(coded)}</span>;
  const words =
    field === 'rule' && isRule(value)
      ? ruleWords(value, t)
      : plainWords(value, (id) => find(id)?.name ?? nameOf?.(id));
  return <span className="pre">{words}</span>;
}

function partNames({ sections, items, provisions, horizons }: PlanContent): Map<string, string> {
  return new Map([
    ...sections.map(({ id, printedNumber, title }): [string, string] => [
      id,
      [printedNumber, title].filter(Boolean).join(' '),
    ]),
    ...items.map(({ id, text }): [string, string] => [id, text]),
    ...provisions.map(({ id, what }): [string, string] => [id, what]),
    ...horizons.map(({ id, label }): [string, string] => [id, label]),
  ]);
}

interface Props {
  readonly changes: readonly HistoryChange[];
  /** The plan in which they are: its parts are called by their names. */
  readonly content?: PlanContent;
}

/** Before → after, one row per field. */
export function FieldChanges({ changes, content }: Props) {
  const { t } = useWords();
  const names = content ? partNames(content) : new Map<string, string>();
  const nameOf = (id: string): string | undefined => names.get(id);
  return (
    <Records
      caption={t('history.what')}
      records={changes.map((change, at) => ({ ...change, at }))}
      keyOf={({ at }) => String(at)}
      columns={[
        {
          key: 'what',
          title: t('history.what'),
          cell: ({ kind, of, label, field }) => (
            <>
              <strong>
                {t(`change.${kind}`)} · {t(`of.${of}`)}
              </strong>
              {/* A plan's own fields bear no name beside the kind. */}
              {of !== 'plan' && <div>{label}</div>}
              {field && <div className="quiet">{partName(field, t)}</div>}
            </>
          ),
        },
        {
          key: 'before',
          title: t('history.before'),
          cell: ({ before, field }) => (
            <div className="before">
              <Value value={before} field={field} nameOf={nameOf} />
            </div>
          ),
        },
        {
          key: 'after',
          title: t('history.after'),
          cell: ({ after, field }) => (
            <div className="after">
              <Value value={after} field={field} nameOf={nameOf} />
            </div>
          ),
        },
      ]}
    />
  );
}
