import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { PLAN_FILES, readDemo, readDemoText } from './demo-data.js';
import type { Plan, PlanItem } from './demo-data.js';

// Compares the data with a reading of the documents made by hand, and with the texts of the documents themselves,
// where both lie beside the repository. Elsewhere the committed counts of demo-data.spec.ts have to do.
const beside = new URL('../../../../shared/', import.meta.url);
const available = existsSync(new URL('groundtruth/', beside)) && existsSync(new URL('seeds/', beside));
const describeWhereAvailable = available ? describe : describe.skip;

interface TruthActivity {
  id: string;
  section_path: string;
  text: string;
  source_lines: [number, number][];
  deliverable: string | null;
  time_as_written: string | null;
  lead_agency_as_written?: string | null;
  sub_tasks?: string[];
}
interface Truth {
  activities: TruthActivity[];
  contacts_directory?: { name: string }[];
  contacts?: { name: string }[];
  working_group_members: { members: { name: string; title: string; role: string }[] }[];
}
const truth = (name: string): Truth =>
  JSON.parse(readFileSync(new URL(`groundtruth/${name}.json`, beside), 'utf8')) as Truth;
const FILES = {
  'plan-419': '000_2b03478bb75081df',
  'plan-4778': '001_f4e4cd4bac5b5cd1',
  'plan-kien-giang-draft': '002_94abb2de38ffbd30',
} as const;

function keyOf(activity: TruthActivity): string {
  if (activity.id.startsWith('HCM-')) return activity.id.replace('HCM-PL2-', 'PL2.').replace('HCM-', '');
  return activity.id === 'KG-II.4' ? 'II.4.1' : activity.section_path;
}

/** White space, list marks and the marks of the text extraction do not count; every letter does. */
const letters = (text: string): string => text.replace(/<\/?p>|[\s*~]/g, '');

function printed(item: PlanItem): string {
  const { file = '', lines = [] } = item.source;
  const all = readFileSync(new URL(`seeds/${file}`, beside), 'utf8').split('\n');
  const content = (line: string) => line.split('\t')[1] ?? line; // of a table row: the second column
  return letters(lines.flatMap(([from, to]) => all.slice(from - 1, to).map(content)).join(' '));
}

describeWhereAvailable('the plans as read by hand', () => {
  test.each(Object.entries(FILES))('%s: same items, texts, lines', (name, file) => {
    const { items } = readDemo<Plan>(name);
    const read = truth(file).activities;
    expect(items.map((i) => i.key)).toEqual(read.map(keyOf));
    expect(items.map((i) => i.text)).toEqual(read.map((a) => a.text));
    expect(items.map((i) => i.source.lines)).toEqual(read.map((a) => a.source_lines));
  });
  test('plan-4778: the columns of the catalogue', () => {
    const rows = readDemo<Plan>('plan-4778').items.filter((i) => i.becomesActivity);
    const read = truth(FILES['plan-4778']).activities.filter((a) => a.id.startsWith('HCM-PL2-'));
    expect(rows.map((i) => i.deliverable)).toEqual(read.map((a) => a.deliverable));
    expect(rows.map((i) => i.time)).toEqual(read.map((a) => a.time_as_written));
    expect(rows.map((i) => i.leads[0]?.printed)).toEqual(read.map((a) => a.lead_agency_as_written));
  });
  test('the sub-tasks of the draft and the rosters', () => {
    const draft = readDemo<Plan>('plan-kien-giang-draft');
    const read = truth(FILES['plan-kien-giang-draft']).activities;
    expect(draft.items.map((i) => i.subTasks)).toEqual(read.map((a) => a.sub_tasks));
    const teams = readDemo<{ teams: Truth['working_group_members'] }[]>('working-groups')[0]?.teams ?? [];
    const roster = (t: Truth['working_group_members'][number]) =>
      t.members.map((m) => [m.name, m.title, m.role]);
    expect(teams.map(roster)).toEqual(truth(FILES['plan-4778']).working_group_members.map(roster));
  });
});

describeWhereAvailable('the documents themselves', () => {
  test.each(PLAN_FILES)('every text of %s stands in the lines it names', (name) => {
    for (const item of readDemo<Plan>(name).items) expect(printed(item)).toContain(letters(item.text));
  });
  test('every file that is named exists, and no line lies behind its end', () => {
    const files = readdirSync(new URL('seeds/', beside));
    const lengths = files.map((f) => readFileSync(new URL(`seeds/${f}`, beside), 'utf8').split('\n').length);
    for (const name of [
      ...PLAN_FILES,
      'documents',
      'organisations',
      'campaigns',
      'agreements',
      'directives',
    ]) {
      const sources = readDemoText(name).matchAll(/"file": "([^"]+)",\s*"lines": (\[\[[^"}]+\]\])/g);
      for (const [, file = '', lines = ''] of sources) {
        const last = Math.max(...(JSON.parse(lines) as number[][]).flat());
        expect(files).toContain(file);
        expect(last).toBeLessThanOrEqual(lengths[files.indexOf(file)] ?? 0);
      }
    }
  });
  test('no person to call of the documents is named, except on the roster', () => {
    const people = Object.values(FILES)
      .map(truth)
      .flatMap((t) => [...(t.contacts_directory ?? []), ...(t.contacts ?? [])])
      .map((c) => c.name);
    const roster = readDemoText('working-groups');
    const named = ['contacts', 'accounts', 'examples', 'documents', 'campaigns', ...PLAN_FILES]
      .map(readDemoText)
      .join();
    expect(people.length).toBeGreaterThanOrEqual(15);
    expect(people.filter((name) => named.includes(name))).toEqual([]);
    expect(people.filter((name) => roster.includes(name))).toHaveLength(1);
  });
});
