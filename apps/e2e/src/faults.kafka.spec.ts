import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@lien-ket/testing';

interface Cell {
  readonly fault: string;
  readonly target: string;
}
interface Field {
  close(): Promise<void>;
}
interface Result {
  readonly acknowledged: number;
  readonly faults: readonly string[];
}
interface Faults {
  openField(options: { directory: string; port: number; progress: () => void }): Promise<Field>;
  runCell(field: Field, cell: Cell): Promise<Result>;
}

const tool = (name: string): Promise<unknown> =>
  import(new URL(`../../../tools/faults/${name}.mjs`, import.meta.url).href);
const { chosenCells } = (await tool('cells')) as { chosenCells(): readonly Cell[] };
const { openField, runCell } = (await tool('run')) as Faults;

const directory = mkdtempSync(join(tmpdir(), 'lk-faults-'));
let field: Field;

beforeAll(async () => {
  field = await openField({ directory, port: await freePort(), progress: () => undefined });
}, 240_000);
afterAll(async () => {
  // Where it could not be opened, that is the fault to be told, and not a second one from here.
  await (field as Field | undefined)?.close();
  rmSync(directory, { recursive: true, force: true });
}, 60_000);

// All cells: `npm run faults`.
describe('real processes, people at work', () => {
  it.each(chosenCells().map((cell) => [cell.fault, cell.target, cell] as const))(
    '%s, %s: all is well again within a minute, and nothing is harmed',
    async (_fault, _target, cell) => {
      const { acknowledged, faults } = await runCell(field, cell);
      expect(faults).toEqual([]);
      expect(acknowledged).toBeGreaterThan(0);
    },
    180_000,
  );
});
