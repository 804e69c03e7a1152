import { readFileSync } from 'node:fs';
import { METRICS, type Metric } from '@lien-ket/telemetry';
import { prometheusNames, under } from './prometheus.js';

const ROOT = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8');
const PREFIX = /^(lk|http|messaging|db|nodejs)_/;
/** Of the resource and of the histogram, not of an instrument. */
const COMMON_LABELS = ['le', 'service_name', 'service_namespace'];
interface Used {
  readonly metrics: readonly string[];
  readonly labels: readonly string[];
}

/** What a PromQL expression names: metrics, and labels in braces and groupings. */
function usedIn(expression: string): Used {
  const text = expression.replaceAll(/"[^"]*"/g, '""');
  const groupings = [...text.matchAll(/\b(?:by|without|on|ignoring)\s*\(([^)]*)\)/g)].map(
    ([, names = '']) => names,
  );
  const matchers = [...text.matchAll(/\{([^}]*)\}/g)].map(([, body = '']) => body);
  const named = [...groupings, ...matchers].flatMap((part) => part.match(/[a-z_][a-z0-9_]*/gi) ?? []);
  const rest = text
    .replaceAll(/\b(?:by|without|on|ignoring)\s*\([^)]*\)/g, ' ')
    .replaceAll(/\{[^}]*\}/g, ' ');
  return {
    metrics: (rest.match(/[a-z_][a-z0-9_]*/g) ?? []).filter((word) => PREFIX.test(word)),
    labels: named,
  };
}

interface Dashboard {
  readonly panels: readonly {
    readonly targets: readonly { readonly expr: string; readonly legendFormat: string }[];
  }[];
  readonly templating: { readonly list: readonly { readonly query: string }[] };
}

const dashboard = JSON.parse(read('infra/otel/dashboard.json')) as Dashboard;
const alerts = read('infra/otel/alerts.yaml').replaceAll(/>-\n\s+(.*)\n\s+(.*)\n/g, '$1 $2\n');
const expressions = [
  ...dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
  ...[...alerts.matchAll(/^\s+expr: (.*)$/gm)].map(([, expr = '']) => expr),
];
const table: readonly (readonly [string, Metric])[] = Object.entries(METRICS);

function faultsOf(expression: string): string[] {
  const { metrics, labels } = usedIn(expression);
  const emitted = new Map(
    table.flatMap(([name, row]) => prometheusNames(name, row).map((one) => [one, row] as const)),
  );
  const known = metrics.flatMap((name) => emitted.get(name)?.attributes ?? []).map(under);
  return [
    ...metrics.filter((name) => !emitted.has(name)).map((name) => `metric ${name}`),
    ...labels
      .filter((label) => ![...known, ...COMMON_LABELS].includes(label))
      .map((label) => `label ${label}`),
  ];
}

describe('dashboard and alerts', () => {
  it('name only metrics and labels that the code emits', () => {
    expect(expressions.length).toBeGreaterThan(15);
    expect(expressions.flatMap(faultsOf)).toEqual([]);
  });

  it('show every metric of the table', () => {
    const used = new Set(expressions.flatMap((expression) => usedIn(expression).metrics));
    const unseen = table.filter(([name, row]) => !prometheusNames(name, row).some((one) => used.has(one)));
    expect(unseen.map(([name]) => name)).toEqual([]);
  });

  it('would be caught naming something else', () => {
    expect(faultsOf('sum by (lk_province) (lk_projection_delay{lk_tenant="x"})')).toEqual([
      'metric lk_projection_delay',
      'label lk_province',
      'label lk_tenant',
    ]);
    expect(faultsOf('rate(lk_command_duration_count[5m])')).toEqual(['metric lk_command_duration_count']);
  });
});

/** As the page that shows the file makes them: lower case, blanks to hyphens, nothing else. */
const anchorsOf = (markdown: string): string[] =>
  [...markdown.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );

describe('what to do', () => {
  const anchors = anchorsOf(read('docs/operations.md'));

  it('is said for every alert', () => {
    const names = [...alerts.matchAll(/- alert: (\w+)/g)].map(([, name]) => name);
    const links = [...alerts.matchAll(/runbook_url: docs\/operations\.md#([\w-]+)/g)].map(([, link]) => link);
    expect(links).toHaveLength(names.length);
    expect(links.filter((link) => !anchors.includes(link ?? ''))).toEqual([]);
  });

  it('is where the doctor sends people', () => {
    const sent = ['processes.adapter', 'database'].flatMap((file) =>
      [...read(`apps/platform/src/doctor/${file}.ts`).matchAll(/docs\/operations\.md, mục "([^"]+)"/g)].map(
        ([, title = '']) => anchorsOf(`# ${title}`)[0],
      ),
    );
    expect(sent.length).toBeGreaterThan(2);
    expect(sent.filter((anchor) => !anchors.includes(anchor ?? ''))).toEqual([]);
  });
});
