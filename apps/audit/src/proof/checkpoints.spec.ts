import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contextOfTenant } from '@lien-ket/messaging';
import { Checkpoints } from './checkpoints.adapter.js';
import { CLOCK } from './proof.scene.js';

const unused = (): never => {
  throw new Error('no round has come');
};
const LOG = { info: unused, warn: unused, error: unused };
let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'lk-checkpoints-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

function checkpoints(): Checkpoints {
  const nothing = { get: unused };
  const runtime = {
    db: new Proxy({}, nothing) as never,
    store: new Proxy({}, nothing) as never,
    clock: CLOCK,
  };
  return new Checkpoints(runtime, directory, LOG);
}

it('before any round the hub witnesses every log that has grown, whichever grew first', async () => {
  const made = checkpoints();
  for (const tenant of ['tien-giang', 'hcmc'])
    expect(await made.catchUp(contextOfTenant(tenant, CLOCK))).toEqual({ errors: [] });
  const { witnesses, kept } = made.proofs;
  expect(witnesses.of('tien-giang').map(({ key }) => key.name)).toEqual(['witness.lien-ket.vn/t/hcmc']);
  expect(kept).toBeDefined();
  await made.stop();
});

it('a lost key is said, and no other takes its place', async () => {
  const made = checkpoints();
  const at = contextOfTenant('hcmc', CLOCK);
  await made.catchUp(at);
  const file = join(directory, 'keys', 'log-hcmc');
  writeFileSync(`${file}.signed`, 'something');
  rmSync(`${file}.pem`);
  await made.stop();
  expect((await made.catchUp(at)).errors.map(String)).toEqual([`Error: the key of ${file}.pem is lost`]);
});
