import { install, type Recorder, type SpanStart } from '@lien-ket/telemetry';
import type { Outgoing } from '../broker.js';
import { encodeTick } from '../wire.js';
import { openSends } from './send-spans.js';

const TRACEPARENT = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
const event: Outgoing = {
  topic: 'lk.tien-giang.activity',
  key: 'activity-1',
  headers: {
    ce_id: 'id',
    ce_type: 'lk.activity.activity.planned.v1',
    ce_tenant: 'tien-giang',
    ce_correlationid: 'correlation',
    ce_traceparent: TRACEPARENT,
  },
  value: Buffer.from('{}'),
};

describe('the spans of a send', () => {
  const opened: { parent: unknown; start: SpanStart }[] = [];
  const recorder: Recorder = {
    open: (parent, start) => {
      opened.push({ parent, start });
      return { traceparent: TRACEPARENT, end: () => undefined };
    },
    record: () => undefined,
    count: () => undefined,
    observe: () => undefined,
    seconds: () => 0,
  };
  afterEach(() => install(undefined));

  it('are one for each event, under the span that appended it, and none for a tick', () => {
    install(recorder);
    const tick = encodeTick('lk.tien-giang.activity', 0, 'tien-giang', 7);
    expect(openSends([event, tick])).toHaveLength(1);
    expect(opened).toEqual([
      {
        parent: { correlationId: 'correlation', traceparent: TRACEPARENT },
        start: expect.objectContaining({
          name: 'send lk.tien-giang.activity',
          kind: 'producer',
          attributes: expect.objectContaining({
            'messaging.system': 'kafka',
            'messaging.operation.type': 'send',
            'messaging.destination.name': 'lk.tien-giang.activity',
            'messaging.batch.message_count': 2,
            'messaging.message.id': 'id',
            'lk.tenant': 'tien-giang',
          }) as unknown,
        }) as unknown,
      },
    ]);
  });

  it('are none while nobody records', () => expect(openSends([event])).toEqual([]));
});
