import fc from 'fast-check';
import { streamOf, uuidFrom, type NewEvent, type Recorded } from '@lien-ket/kernel';
import { ITEM, account, content } from './plan.scene.js';

/** The part of a bench that enters what happens. */
interface Recording {
  day: string;
  record(tenant: string, stream: string, events: readonly NewEvent[]): Promise<Recorded[]>;
}

export const act = (name: string): string => `lk.agreement.plan.${name}.v1`;

const DAYS = [
  '2024-02-01',
  '2024-03-15',
  '2024-04-30',
  '2024-05-01',
  '2024-07-20',
  '2024-12-31',
  '2025-06-01',
];
const day = fc.constantFrom(...DAYS);
/** What happens to a plan, on which of the days it is entered, and from which it is in force. */
const step = fc.record({
  name: fc.constantFrom(
    'amended',
    'amended',
    'entryCorrected',
    'entryCorrected',
    'rectified',
    'recalled',
    'ended',
  ),
  entered: day,
  effectiveOn: day,
  said: fc.integer({ min: 0, max: 4 }),
  which: fc.nat(9),
});
const history = fc.record({
  own: fc.boolean(),
  drafted: fc.boolean(),
  issued: fc.record({ entered: fc.constantFrom(...DAYS.slice(0, 3)), effectiveOn: day }),
  steps: fc.array(step, { minLength: 2, maxLength: 6 }),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

function issue(said: number): object {
  const horizons = said === 1 ? [] : [{ id: ITEM, label: 'x', to: DAYS[said] ?? '2025-01-01' }];
  return {
    entry: 'paper',
    number: `${said + 1}`,
    symbol: 'KH-UBND',
    content: { ...content, title: `Kế hoạch ${said}`, horizons },
  };
}

function dataOf({ name, said, which, effectiveOn }: Step, acts: readonly string[]): object {
  const changes = [{ op: 'setPlan', fields: { title: `Kế hoạch sửa ${said}` } }];
  const taken = said === 2 ? [{ op: 'removeItem', itemId: ITEM, reason: 'x' }] : changes;
  const amended = { amendmentId: uuidFrom('scene', `${said}`), document: {}, reason: 'x', changes: taken };
  if (name === 'amended') return { ...amended, supersedes: said === 3 ? acts.slice(-1) : [] };
  if (name !== 'entryCorrected')
    return { document: {}, reason: 'x', text: 'x', how: said > 2 ? 'annulled' : 'stopped' };
  const corrects = acts[which % acts.length];
  const issued = corrects === acts[0] && said > 1 ? { issued: issue(said) } : {};
  return { corrects, reason: 'x', replacement: { ...issued, ...(said > 2 ? {} : { effectiveOn }) } };
}

/** Two dozen histories, entered day by day: corrections, acts entered late and of days to come, recalls, received plans. */
export async function recordMade(bench: Recording, tenant: string): Promise<void> {
  const made = fc.sample(history, { numRuns: 24, seed: 20231005 });
  const acts = made.map((): string[] => []);
  for (const today of DAYS)
    for (const [index, { own, drafted, issued, steps }] of made.entries()) {
      bench.day = today;
      const stream = streamOf('plan', uuidFrom('scene', 'as of', `${index}`));
      const told = acts[index] ?? [];
      const enter = async (event: NewEvent): Promise<void> => {
        const [recorded] = await bench.record(tenant, own ? stream : `received-${stream.slice(5)}`, [
          own ? event : crossed(stream, event, told.length),
        ]);
        if (recorded) told.push(own ? recorded.header.id : uuidFrom(stream, `${told.length}`));
      };
      if (drafted && own && today === DAYS[0])
        await bench.record(tenant, stream, [
          { type: act('drafted'), data: { content, ownerId: account('skhdt', 'focal') } },
        ]);
      if (issued.entered === today)
        await enter({ type: act('issued'), data: issue(index % 5), effectiveOn: issued.effectiveOn });
      if (told.length === 0) continue;
      for (const one of steps.filter(({ entered }) => entered === today))
        await enter({ type: act(one.name), data: dataOf(one, told), effectiveOn: one.effectiveOn });
    }
}

function crossed(stream: string, event: NewEvent, number: number): NewEvent {
  const origin = {
    tenant: 'hcmc',
    stream,
    eventId: uuidFrom(stream, `${number}`),
    revision: number,
    type: event.type,
    recordedAt: '2023-03-04T00:00:00.000Z',
    businessDate: '2023-03-04',
    effectiveOn: event.effectiveOn,
    actor: { role: 'focal' },
  };
  return { type: 'lk.relay.received.received.v1', data: { origin, content: event.data, number } };
}
