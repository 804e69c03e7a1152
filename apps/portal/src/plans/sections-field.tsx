import { Button, Form } from 'antd';
import { useOrganisations } from '../client/queries.js';
import { OrganisationField } from '../forms/document-fields.js';
import { AreaField, TextField } from '../forms/fields.js';
import { useWords } from '../messages/words.js';
import { namesById } from '../words/names.js';
import type { SectionValues } from './draft.js';
import { ItemDetails } from './item-details.js';

/** Whose lead an item has without one of its own. */
function useInherited(path: readonly (string | number)[], above: readonly string[]) {
  const { t } = useWords();
  const form = Form.useFormInstance();
  const organisations = useOrganisations();
  const names = namesById(organisations, above, t);
  return (at: number) =>
    names === '' || form.getFieldValue([...path, at, 'leadNotStated'])
      ? {}
      : { hint: t('draft.leadsFrom', { names }) };
}

function Items({ at, path, above }: Pick<NodeProps, 'at' | 'path' | 'above'>) {
  const { t } = useWords();
  const inherited = useInherited(path, above);
  return (
    <Form.List name={[at, 'items']}>
      {(rows, { add, remove }) => (
        <>
          {rows.map(({ key, name }, index) => (
            <fieldset key={key} className="group">
              <legend>{t('draft.item', { n: index + 1 })}</legend>
              <div className="columns">
                <TextField name={[name, 'printedNumber']} label={t('table.number')} max={40} optional />
                <TextField name={[name, 'time']} label={t('part.time')} optional />
              </div>
              <AreaField name={[name, 'text']} label={t('part.text')} rows={2} />
              <OrganisationField
                name={[name, 'leadIds']}
                label={t('part.leads')}
                {...inherited(name)}
                many
                optional
              />
              <OrganisationField
                name={[name, 'coordinatorIds']}
                label={t('part.coordinators')}
                many
                optional
              />
              <div className="columns">
                <TextField name={[name, 'deliverable']} label={t('part.deliverable')} max={1000} optional />
                <TextField name={[name, 'note']} label={t('part.note')} max={1000} optional />
              </div>
              <ItemDetails at={name} />
              <Button size="small" onClick={() => remove(name)}>
                {t('draft.removeItem', { n: index + 1 })}
              </Button>
            </fieldset>
          ))}
          <Button className="below" onClick={() => add({ text: '' })}>
            {t('draft.addItem')}
          </Button>
        </>
      )}
    </Form.List>
  );
}

/** How far groups may be nested by hand: a section, its groups, and the groups of those. */
const DEEPEST = 2;

type Path = readonly (string | number)[];

interface NodeProps {
  /** The place in the list that holds it, and its place in the whole form. */
  at: number;
  path: Path;
  above: readonly string[];
  depth: number;
  name: string;
  remove(): void;
}

function Node({ at, path, above, depth, name, remove }: NodeProps) {
  const { t } = useWords();
  const form = Form.useFormInstance();
  const values: SectionValues | undefined = Form.useWatch([...path], form);
  const holds = (values?.items ?? []).length + (values?.groups ?? []).length > 0;
  const own = values?.leadIds ?? [];
  const leads = own.length > 0 ? own : above;
  return (
    <div className="line-form" role="group" aria-label={name}>
      <div className="line-head">
        <h3>{name}</h3>
        <Button size="small" disabled={holds} title={holds ? t('draft.keepItems') : ''} onClick={remove}>
          {t('draft.removeSection', { name })}
        </Button>
      </div>
      <TextField name={[at, 'printedNumber']} label={t('table.number')} max={40} optional />
      <TextField
        name={[at, 'title']}
        label={t(depth === 0 ? 'draft.sectionTitle' : 'draft.groupTitle')}
        max={1000}
      />
      <OrganisationField
        name={[at, 'leadIds']}
        label={t('part.leads')}
        hint={t('draft.leadsHold')}
        many
        optional
      />
      <Items at={at} path={[...path, 'items']} above={leads} />
      {(depth < DEEPEST || holds) && (
        <Nodes at={[at, 'groups']} path={[...path, 'groups']} above={leads} depth={depth + 1} under={name} />
      )}
    </div>
  );
}

interface NodesProps {
  at: string | (string | number)[];
  path: Path;
  above: readonly string[];
  depth: number;
  under?: string;
}

function Nodes({ at, path, above, depth, under }: NodesProps) {
  const { t } = useWords();
  const nameOf = (n: number) =>
    under === undefined ? t('draft.section', { n }) : t('draft.group', { n, under });
  return (
    <Form.List name={at}>
      {(rows, { add, remove }) => (
        <>
          {rows.map(({ key, name }, index) => (
            <Node
              key={key}
              at={name}
              path={[...path, name]}
              above={above}
              depth={depth}
              name={nameOf(index + 1)}
              remove={() => remove(name)}
            />
          ))}
          {depth <= DEEPEST && (
            <Button className="below" onClick={() => add({ title: '', items: [], groups: [] })}>
              {under === undefined ? t('draft.addSection') : t('draft.addGroup', { under })}
            </Button>
          )}
        </>
      )}
    </Form.List>
  );
}

/** Sections, the groups within them and their items, typed in the order in which they will be printed. */
export function SectionsField() {
  return <Nodes at="sections" path={['sections']} above={[]} depth={0} />;
}
