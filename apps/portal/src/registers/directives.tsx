import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { useList, useOrganisations, useRead } from '../client/queries.js';
import { reads } from '../client/reads.js';
import type { DirectiveView } from '../client/registers.js';
import { DocumentName } from '../layout/document-name.js';
import { useAsked } from '../layout/asked.js';
import { Corrections } from '../layout/corrections.js';
import { List, SearchFilter } from '../layout/list.js';
import { Page, Panel } from '../layout/page.js';
import { Facts, Records, type Column } from '../layout/records.js';
import { Loaded } from '../layout/states.js';
import { ExampleMark } from '../layout/tags.js';
import type { Translate } from '../messages/translate.js';
import { useWords } from '../messages/words.js';
import { AddDirective, CorrectDirective } from './directive-entry.js';
import { Deadlines } from './set-deadline.js';
import { day } from '../words/dates.js';
import { actorName, printedNames } from '../words/names.js';

function columns(t: Translate): Column<DirectiveView>[] {
  return [
    {
      key: 'text',
      title: t('directives.text'),
      cell: ({ id, text, example = false }) => (
        <>
          <Link to={`/directives/${id}`}>{text.slice(0, 160)}</Link> <ExampleMark example={example} />
        </>
      ),
    },
    {
      key: 'document',
      title: t('input.document'),
      cell: ({ document }) => <DocumentName key="paper" document={document} />,
    },
    { key: 'about', title: t('directives.about'), cell: ({ about }) => about?.printed ?? '–' },
    { key: 'tasks', title: t('directives.tasks'), align: 'right', cell: ({ tasks }) => tasks.length },
  ];
}

export function Directives() {
  const { t } = useWords();
  const [asked] = useAsked();
  const list = useList(reads.directives({ q: asked('q') }));
  return (
    <List
      caption={t('registers.directives')}
      list={list}
      none={t('registers.none')}
      keyOf={({ id }) => id}
      columns={columns(t)}
      filters={
        <>
          <SearchFilter />
          <AddDirective />
        </>
      }
    />
  );
}

function About({ about }: Pick<DirectiveView, 'about'>) {
  if (about?.id) return <Link to={`/plans/${about.id}`}>{about.printed}</Link>;
  return <>{about?.printed ?? '–'}</>;
}

/** A leader gives it; a clerk enters what a leader gave on paper. */
function useGiven({ givenBy }: DirectiveView): readonly (readonly [string, ReactNode])[] {
  const { t } = useWords();
  const organisations = useOrganisations();
  if (!givenBy) return [];
  const { role, on } = givenBy;
  return [
    [t(role === 'leader' ? 'directives.by' : 'directives.enteredBy'), actorName(givenBy, organisations, t)],
    [t(role === 'leader' ? 'directives.on' : 'directives.enteredOn'), day(on)],
  ];
}

function Directive({ directive }: { directive: DirectiveView }) {
  const { t } = useWords();
  const given = useGiven(directive);
  return (
    <Panel title={t('directives.text')}>
      <p className="pre">{directive.text}</p>
      <Corrections corrections={directive.corrections} />
      <Facts
        facts={[
          ...given,
          [t('input.document'), <DocumentName key="paper" document={directive.document} />],
          [t('directives.about'), <About key="about" about={directive.about} />],
        ]}
      />
    </Panel>
  );
}

export function DirectivePage() {
  const { t } = useWords();
  const { id = '' } = useParams();
  const query = useRead(reads.directive(id));
  return (
    <Loaded query={query}>
      {(directive) => (
        <Page
          title={t('directives.one')}
          above={{ to: '/registers/directives', title: t('registers.directives') }}
          marks={<ExampleMark example={directive.example ?? false} />}
          acts={directive.givenBy && <CorrectDirective directive={directive} />}
        >
          <Directive directive={directive} />
          <Panel title={t('directives.tasks')}>
            <Records
              caption={t('directives.tasks')}
              records={directive.tasks.map((task, at) => ({ ...task, at }))}
              keyOf={({ at }) => String(at)}
              columns={[
                {
                  key: 'text',
                  title: t('input.text'),
                  cell: (task) => <span className="pre">{task.text}</span>,
                },
                { key: 'lead', title: t('part.leads'), cell: ({ lead }) => lead.printed },
                {
                  key: 'with',
                  title: t('part.coordinators'),
                  cell: ({ coordinators }) => printedNames(coordinators) || '–',
                },
                {
                  key: 'due',
                  title: t('input.dueOn'),
                  cell: ({ at }) => <Deadlines directive={directive} task={at} />,
                },
              ]}
            />
          </Panel>
        </Page>
      )}
    </Loaded>
  );
}
