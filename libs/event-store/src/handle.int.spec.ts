import { randomUUID } from 'node:crypto';
import { DomainError, type Decider, type NewEvent } from '@lien-ket/kernel';
import { THINGS, THING_TYPE, contextOf, postgresDriver, type PostgresDriver } from '@lien-ket/testing';
import { handle, type EventStore } from './index.js';

const ctx = contextOf('first');
const guarded: Decider<number, { readonly mine: boolean; readonly good: boolean }, NewEvent> = {
  aggregate: 'thing',
  initialState: () => 0,
  decide: ({ mine, good }) => {
    if (!mine) throw new DomainError('forbidden', 'rights.organisation');
    if (!good) throw new DomainError('conflict', 'thing.wrongState');
    return [{ type: THING_TYPE, data: {} }];
  },
  evolve: (count) => count + 1,
};

let driver: PostgresDriver;
let store: EventStore;
beforeAll(async () => {
  driver = await postgresDriver(THINGS, ['first']);
  store = driver.store('alpha');
}, 60_000);
afterAll(() => driver.stop());

it('tells what changed since to whom it concerns, and that they may not to everybody else', async () => {
  const id = randomUUID();
  const send = (command: { mine: boolean; good: boolean }, expectedRevision?: number) =>
    handle(store, guarded, ctx, {
      id,
      commandId: randomUUID(),
      name: 'act',
      command,
      ...(expectedRevision === undefined ? {} : { expectedRevision }),
    });
  const mine = { mine: true, good: true };
  await send(mine);
  await send(mine);
  const stale = { kind: 'stale', params: { current: 1 }, since: [{ revision: 1 }] };
  await expect(send(mine, 0)).rejects.toMatchObject(stale);
  await expect(send({ mine: true, good: false }, 0)).rejects.toMatchObject(stale);
  const refused = await send({ mine: false, good: true }, 0).catch((error: unknown) => error);
  expect(refused).toMatchObject({ kind: 'forbidden', code: 'rights.organisation', params: {} });
  expect(JSON.stringify(refused)).not.toContain('revision');
});

it('says that a thing is not there, and no revision of it, to who claims to have seen one', async () => {
  const command = { mine: true, good: true };
  const envelope = { id: randomUUID(), commandId: randomUUID(), name: 'act', command };
  const sent = handle(store, guarded, ctx, { ...envelope, expectedRevision: 3 });
  await expect(sent).rejects.toMatchObject({ kind: 'notFound', params: {} });
});
