import {
  AuditWorld,
  disagreements,
  judge,
  judged,
  madeHistory,
  planScope,
  planStream,
  planStreams,
  sealedPhone,
  worldKeys,
} from '@lien-ket/testing';
import { formatBundle, type Bundle, type BundleKey } from './bundle.js';
import type { Fold } from './pages.js';
import { verifyBundle } from './verify.js';

const count: Fold = (events, asOf) => {
  if (events.some(({ data }) => data === 'null')) throw new SyntaxError('no plan');
  return { state: `{"events":${events.length}}`, text: `${events.length} on ${asOf}\n` };
};
const bytes = (text: string): Buffer => Buffer.from(text);
const page = (state: string, text: string): Bundle['page'] => {
  return { asOf: '2024-07-05', state: bytes(state), text: bytes(text) };
};
const verdictOf = (bundle: Bundle, fold?: Fold) => {
  const { verdict, first, folded } = verifyBundle(bytes(formatBundle(bundle)), worldKeys.policy, fold);
  return [verdict, first?.code, folded];
};

describe('the page in a bundle', () => {
  const bundled = async (given: Bundle['page']): Promise<Bundle> => {
    const bundle = await new AuditWorld(madeHistory(10), worldKeys).bundle(planScope, planStreams);
    return given ? { ...bundle, page: given } : bundle;
  };

  it('is made again from the events of the plan, and compared', async () => {
    const events = (await bundled(undefined)).events.filter(({ stream }) => stream === planStream).length;
    const [state, text] = [`{"events":${events}}`, `${events} on 2024-07-05\n`];
    expect(verdictOf(await bundled(page(state, text)), count)).toEqual(['OK', undefined, true]);
    expect(verdictOf(await bundled(page(`${state} `, text)), count)).toEqual([
      'TAMPERED',
      'page.state',
      true,
    ]);
    expect(verdictOf(await bundled(page(state, `${text}.`)), count)).toEqual(['TAMPERED', 'page.text', true]);
    const failing: Fold = () => {
      throw new SyntaxError('no plan');
    };
    expect(verdictOf(await bundled(page(state, text)), failing)).toEqual(['TAMPERED', 'page.state', true]);
  });

  it('is not said to be compared where it is not', async () => {
    expect(verdictOf(await bundled(page('{}', '')))).toEqual(['OK', undefined, false]);
    expect(verdictOf(await bundled(undefined), count)).toEqual(['OK', undefined, false]);
  });
});

describe('keys of persons in a bundle', () => {
  const [kid, event] = ['01890000-0000-4000-8000-00000000000a', '01890000-0000-4000-8000-00000000000b'];
  const other = '01890000-0000-4000-8000-00000000000c';
  const key = Buffer.alloc(32, 7);
  const binding = { tenant: 'tien-giang', stream: planStream, event, path: 'person.phone' };
  const phone = sealedPhone(key, kid, binding);
  const verdict = async (...keys: BundleKey[]) => {
    const text = JSON.stringify({ people: [{ phone }] });
    const world = new AuditWorld([...madeHistory(6), { stream: planStream, text }], worldKeys);
    judge({ ...(await world.bundle(planScope, world.has(planStreams))), keys });
    const last = judged.at(-1);
    return [last?.verdict, last?.code];
  };

  it('are those by which the fields were sealed, and what is erased is said', async () => {
    expect(await verdict({ kid, key })).toEqual(['OK', undefined]);
    expect(await verdict({ kid, key: Buffer.alloc(32, 8) })).toEqual(['TAMPERED', 'key.commitment']);
    expect(await verdict({ kid, key: null })).toEqual(['ERASED-FIELDS', 'field.erased']);
    expect(await verdict({ kid: other, key: null })).toEqual(['TAMPERED', 'key.unknown']);
    expect(await verdict({ kid, key: null }, { kid: other, key })).toEqual(['TAMPERED', 'key.unknown']);
    expect(disagreements(1)).toEqual([]);
  });
});
