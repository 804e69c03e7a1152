import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ProjectionStopped, type RebuildStep } from '@lien-ket/read-model';
import { FoldedThings, foldedThings, type DyingOrders, type FoldedThing } from '@lien-ket/testing';

const STREAMS = 60;
const PER_STREAM = 100;
const EVENTS = STREAMS * PER_STREAM;
/** Sent and not yet sent alternate, so it is odd; 1 dies at all of them. */
const EVERY = 3;
const BROKEN = 1_500;
const PROGRAM = fileURLToPath(new URL('../../testing/dist/dying-rebuild.adapter.js', import.meta.url));

let things: FoldedThings;
let right: FoldedThing[];

const texts = Array.from({ length: PER_STREAM }, (_unused, at) => `Trà Vinh – ${at}`);
const spoil = (): Promise<unknown> => things.admin('UPDATE alpha.thing SET count = -1');
const shadows = (): Promise<unknown[]> =>
  things.admin(`SELECT nspname FROM pg_namespace WHERE nspname LIKE 'shadow%'`);
const look = (): Promise<unknown[]> =>
  things.admin(
    `SELECT indexdef AS said FROM pg_indexes WHERE schemaname = 'alpha' AND tablename = 'thing'
     UNION ALL SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = 'alpha.thing'::regclass
     UNION ALL SELECT concat(attname, atttypid, attnotnull) FROM pg_attribute WHERE attrelid = 'alpha.thing'::regclass AND attnum > 0
     UNION ALL SELECT concat(grantee, privilege_type) FROM information_schema.role_table_grants
                WHERE table_schema = 'alpha' AND table_name = 'thing' ORDER BY 1`,
  );

function latch(): { readonly opened: Promise<void>; open(): void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open: () => open() };
}

/** A rebuild in a process of its own, killed at that statement; `false` when it had ended before. */
async function dying(at: number, sent: boolean): Promise<boolean> {
  if (!existsSync(PROGRAM)) throw new Error('the rebuilding process is not compiled: npx tsc -b');
  const { host, port } = things.cluster.address;
  const orders: DyingOrders = { host, port, tenant: things.ctx.tenantId, at, sent };
  const child = spawn(process.execPath, [PROGRAM, JSON.stringify(orders)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve) =>
    child.once('close', (...ended) => resolve(ended)),
  );
  if (signal !== 'SIGKILL' && code !== 0) throw new Error(`it ended by itself with code ${String(code)}`);
  return signal === 'SIGKILL';
}

async function rebuilt(runner = things.runner(foldedThings())): Promise<RebuildStep[]> {
  const steps: RebuildStep[] = [];
  await runner.rebuild(things.ctx, undefined, { watch: (step) => steps.push(step) });
  return steps;
}

beforeAll(async () => {
  things = await FoldedThings.start();
  await things.admin('CREATE INDEX thing_by_count ON alpha.thing (count) WHERE count > 3');
  await things.admin('ALTER TABLE alpha.thing ADD CONSTRAINT thing_counted CHECK (count <> 0)');
  for (let stream = 0; stream < STREAMS; stream += 1) await things.happen(texts);
  await things.runner(foldedThings()).catchUp(things.ctx);
  right = await things.rows();
}, 60_000);

afterAll(() => things.stop());

describe('a rebuild', () => {
  it('puts right what was altered, tells how far it is, and leaves the table as it was made', async () => {
    const before = await look();
    await spoil();
    const steps = await rebuilt();
    expect(await things.rows()).toEqual(right);
    expect(right).toHaveLength(STREAMS);
    expect(await look()).toEqual(before);
    expect(await shadows()).toEqual([]);
    expect(steps[0]).toEqual({
      projection: 'things',
      seq: 0,
      until: EVENTS,
      events: 0,
      from: 0,
      began: 'new',
    });
    expect(steps.at(-1)).toMatchObject({ seq: EVENTS, until: EVENTS, events: EVENTS });
    expect(steps.length).toBeGreaterThan(2);
  }, 60_000);

  it('loses nothing that is appended, folded and read while it runs', async () => {
    await spoil();
    const live = things.runner(foldedThings());
    const rebuilding = { now: true };
    const going = rebuilt().finally(() => (rebuilding.now = false));
    let appended = 0;
    for (; rebuilding.now || appended < 5; appended += 1) {
      await things.happen(['Bến Tre', 'Vĩnh Long']);
      expect((await live.catchUp(things.ctx)).errors).toEqual([]);
      const seen = (await things.rows()).filter(({ count }) => count === -1).length;
      expect([0, STREAMS]).toContain(seen);
    }
    await going;
    await live.catchUp(things.ctx);
    const rows = await things.rows();
    expect(rows).toHaveLength(STREAMS + appended);
    expect(rows.map(({ count }) => count).reduce((sum, one) => sum + one, 0)).toBe(EVENTS + 2 * appended);
    const told = await things.runner(foldedThings()).status(things.ctx);
    expect(told).toEqual([{ name: 'things', seq: EVENTS + 2 * appended, lag: 0 }]);
    right = rows;
  }, 60_000);

  it('waits for whoever reads, lets others read meanwhile, and is not begun twice', async () => {
    await spoil();
    const [read, released, begun] = [latch(), latch(), latch()];
    const held = things.db.transaction(things.ctx, async (rows) => {
      await rows.query('SELECT count(*) FROM thing');
      read.open();
      await released.opened;
    });
    await read.opened;
    const steps: RebuildStep[] = [];
    const runner = things.runner(foldedThings());
    const going = runner.rebuild(things.ctx, 'things', {
      watch: (step) => {
        steps.push(step);
        begun.open();
      },
    });
    await begun.opened;
    await expect(things.runner(foldedThings()).rebuild(things.ctx)).rejects.toMatchObject({
      code: 'rebuild.underWay',
    });
    expect(await things.rows()).toHaveLength(right.length);
    // Told again each time that the swap was not let in.
    expect(steps.length).toBeGreaterThan(6);
    released.open();
    await going;
    await held;
    expect(await things.rows()).toEqual(right);
  }, 60_000);

  it('that is told to stop leaves what it has, and the next goes on with it; other code begins anew', async () => {
    const cut = async (): Promise<void> => {
      const stop = new AbortController();
      const watch = ({ seq }: RebuildStep): void => (seq > 0 ? stop.abort() : undefined);
      const going = things
        .runner(foldedThings())
        .rebuild(things.ctx, 'things', { watch, signal: stop.signal });
      await expect(going).rejects.toThrow('aborted');
    };
    await cut();
    const [left] = await things.runner(foldedThings()).left(things.ctx);
    expect(left?.projection).toBe('things');
    expect(left?.seq).toBeGreaterThan(0);
    const [resumed] = await rebuilt();
    expect(resumed).toMatchObject({ began: 'resumed', seq: left?.seq, from: left?.seq });
    expect(await things.rows()).toEqual(right);
    await cut();
    await things.admin(`COMMENT ON SCHEMA shadow_alpha_things IS 'other code'`);
    await things.admin('UPDATE shadow_alpha_things.thing SET count = -7');
    const [anew] = await rebuilt();
    expect(anew).toMatchObject({ began: 'anew', seq: 0, from: 0 });
    expect(await things.rows()).toEqual(right);
    expect(await things.runner(foldedThings()).left(things.ctx)).toEqual([]);
  }, 60_000);

  it('that meets an event it cannot fold names it, keeps the live rows and leaves nothing', async () => {
    const broken = things.runner(foldedThings(BROKEN));
    const failed = await broken.rebuild(things.ctx).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(ProjectionStopped);
    expect((failed as ProjectionStopped).seq).toBe(BROKEN);
    expect(await things.rows()).toEqual(right);
    expect(await shadows()).toEqual([]);
  }, 60_000);

  it('killed at one of many statements leaves the old rows or the new ones, and the next rebuild finishes it', async () => {
    const resumed: number[] = [];
    let at = 1;
    // How many statements there are is not the same each time: a swap that is not let in is tried again.
    for (let died = true; died; at += EVERY) {
      await spoil();
      died = await dying(at, at % 2 === 0);
      const wrong = (await things.rows()).filter(({ count }) => count === -1).length;
      expect([at, wrong]).toEqual([at, wrong === 0 ? 0 : right.length]);
      const [first] = await rebuilt();
      if (first?.began === 'resumed' && first.from > 0) resumed.push(first.from);
      expect([at, await things.rows()]).toEqual([at, right]);
      expect([at, await shadows()]).toEqual([at, []]);
    }
    expect(at).toBeGreaterThan(15);
    expect(resumed.length).toBeGreaterThan(1);
  }, 300_000);
});
