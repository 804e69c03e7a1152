import {
  contactEvents,
  directiveEvents,
  documentEvents,
  receivedEvents,
  workingGroupEvents,
  type Crossing,
} from '@lien-ket/contracts';
import { categoryOf, foldForSearch, idOf } from '@lien-ket/kernel';
import type { Projection } from '@lien-ket/read-model';
import { RegisterRow } from './register.rows.js';

const OWN: readonly string[] = [
  documentEvents.recorded,
  directiveEvents.issued,
  workingGroupEvents.established,
  contactEvents.registered,
].map(({ type }) => type);

/** Registers; persons stay in their envelopes here too. */
export const registerProjection: Projection = {
  name: 'registers',
  types: [...OWN, receivedEvents.received.type],
  tables: ['register'],
  async apply(rows, event) {
    const crossing = event.type === receivedEvents.received.type ? (event.data as Crossing) : undefined;
    if (!OWN.includes(crossing?.origin.type ?? event.type)) return;
    const stream = crossing?.origin.stream ?? event.stream;
    const data = (crossing?.content ?? event.data) as Record<string, unknown>;
    const words = [
      data.number,
      data.symbol,
      data.number && data.symbol ? `${String(data.number)}/${String(data.symbol)}` : '',
      data.abstract,
      data.name,
      data.text,
    ];
    const id = idOf(stream);
    const originTenant = crossing?.origin.tenant ?? null;
    const before = await rows.findOneBy(RegisterRow, { id });
    if (before && before.originTenant !== originTenant) return;
    await rows.save(RegisterRow, {
      id,
      kind: categoryOf(stream),
      originTenant,
      revision: event.revision,
      seq: event.seq,
      search: foldForSearch(words.filter((word) => typeof word === 'string').join(' ')),
      data,
    });
  },
};
