import { Module, type DynamicModule } from '@nestjs/common';
import { Runtime, type ServiceSpec } from '@lien-ket/runtime';
import { DayBreak } from './day/day-break.adapter.js';
import { DayKeeper } from './day/day-keeper.js';
import { Relay1700000000001 } from './migrations/0001-relay.js';
import { PublisherKeyFiles } from './publisher-keys.adapter.js';
import { Courier } from './share/courier.js';
import { ParkedCrossings } from './share/crossings.js';
import { ShareInbox } from './share/share-inbox.js';
import { Sharer } from './share/sharer.js';

export const RELAY: ServiceSpec = {
  service: 'relay',
  entities: [],
  projections: [],
  migrations: [Relay1700000000001],
};

/** Shares between tenants and begins each day. No HTTP of its own. */
@Module({})
export class RelayModule {
  static with(runtime: Runtime): DynamicModule {
    return { module: RelayModule, providers: [{ provide: Runtime, useValue: runtime }] };
  }
}

export { PUBLISHED, publishCursor } from './publish-cursor.js';
export { LAST, ShareReceiver, controlMessage } from './share/share-receiver.js';
export { Courier, DayBreak, DayKeeper, ParkedCrossings, PublisherKeyFiles, ShareInbox, Sharer };
