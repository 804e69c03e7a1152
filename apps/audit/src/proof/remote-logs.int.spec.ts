import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { randomIds, startService, type RunningService } from '@lien-ket/service';
import { originOf, parseNote } from '@lien-ket/audit-log';
import { AuditedLogs } from '@lien-ket/testing';
import { AUDIT } from '../audit.module.js';
import { Proofs } from './checkpoints.adapter.js';
import { Logging } from './logging.js';
import { LogsController } from './logs.controller.js';
import { CLOCK, ProofScene } from './proof.scene.js';
import { RemoteLogs } from './remote-logs.adapter.js';

const [HUB, FIRST, SECOND] = ['hcmc', 'an-giang', 'ben-tre'];
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

let logs: AuditedLogs;
let scene: ProofScene;
let proofs: Proofs;
let hub: RunningService;

beforeAll(async () => {
  logs = await AuditedLogs.start([HUB, FIRST, SECOND], AUDIT.migrations);
  mkdirSync(join(logs.keys, 'keys'));
  scene = new ProofScene(logs.audit, join(logs.keys, 'keys'));
  for (const tenant of [HUB, FIRST, SECOND]) scene.sequencer().verifierKey(tenant);
  proofs = proofsOf();
  hub = await serving(proofs);
}, 120_000);
afterAll(async () => {
  await hub.close();
  await logs.stop();
});

/** The folder of the keys stands where the data directory has it. */
function proofsOf(url?: string): Proofs {
  const { db, store } = scene.audit;
  const runtime = { db, store, clock: CLOCK } as unknown as ConstructorParameters<typeof Proofs>[0];
  return new Proofs(runtime, logs.keys, quiet, url);
}

function serving(given: Proofs): Promise<RunningService> {
  @Module({ controllers: [LogsController], providers: [{ provide: Proofs, useValue: given }] })
  class Serving {}
  return startService('audit', Serving, {
    port: 0,
    signals: false,
    ports: {
      verifier: { verify: () => Promise.reject(new Error('nobody is asked for a token here')) },
      rights: { rightsOf: async () => [] },
      clock: CLOCK,
      ids: randomIds,
      logger: quiet,
      readiness: [],
    },
  });
}

describe('the log of logs from a group of processes that does not serve the hub', () => {
  it('takes a checkpoint and proves it as if it were here', async () => {
    const id = randomUUID();
    await logs.append(FIRST, `plan-${id}`, 3);
    const remote = new RemoteLogs(hub.url);
    const verified = () =>
      scene.verified(FIRST, { kind: 'plan', id }, proofs.witnesses.policyOf(FIRST), { logOfLogs: remote });
    // With its first signature it gets a key, which a policy then names.
    await verified();
    expect(await verified()).toMatchObject({ verdict: 'OK', logged: true });
    const own = await proofs.kept?.signed();
    expect(await remote.signed()).toEqual({ checkpoint: own?.checkpoint, note: own?.note });
  });

  it('tells how a log stands to who shows a note of it, and nothing to others', async () => {
    const remote = new RemoteLogs(hub.url);
    const logging = new Logging(scene.audit, () => remote, quiet);
    const { taken } = await logging.standing(scene.at(FIRST));
    expect(taken).toMatchObject([{ origin: originOf(FIRST), size: 3 }]);

    const forged = (await scene.sealed(FIRST)).note.replaceAll(originOf(FIRST), originOf(SECOND));
    for (const note of ['', 'nonsense', forged])
      await expect(remote.standing({ origin: originOf(SECOND), note })).rejects.toThrow(/answered 404/);
  });

  it('takes nothing that no log has signed, and proves nothing that it does not hold', async () => {
    const remote = new RemoteLogs(hub.url);
    expect((await remote.add('nonsense')).status).toBe(400);
    const { note } = await scene.sealed(FIRST);
    const [text = ''] = [parseNote(note)?.text];
    expect((await remote.add(`old 0\n\n${text}\n— ${originOf(FIRST)} AAAAAAAA\n`)).status).not.toBe(200);
    await expect(remote.proofOf(0, 1_000)).rejects.toThrow(/answered 404/);
  });

  it('is kept by one process: another one that only asks answers 404', async () => {
    const asking = await serving(proofsOf(hub.url));
    await expect(new RemoteLogs(asking.url).signed()).rejects.toThrow(/answered 404/);
    await asking.close();
  });
});
