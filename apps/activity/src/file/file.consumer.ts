import { Controller } from '@nestjs/common';
import { dayEvents, type DayEvent } from '@lien-ket/contracts';
import { streamOf, type Context, type Recorded } from '@lien-ket/kernel';
import { foldEvents } from '@lien-ket/event-store';
import { Reacts, commandIdOf } from '@lien-ket/messaging';
import { Runtime } from '@lien-ket/runtime';
import { FileStore, type Lying } from './file-store.adapter.js';
import { fileDecider } from './file.decider.js';
import { FileQueries } from './file.queries.js';

const SWEEP = 'activity.sweep-files';
const DAY_MS = 24 * 3600 * 1000;

/** Each day, files that nothing named within a day of true time go: those in the log, and what a crash left on disk. */
@Controller()
export class FileConsumer {
  private readonly queries: FileQueries;

  constructor(
    private readonly runtime: Runtime,
    private readonly files: FileStore,
  ) {
    this.queries = new FileQueries(runtime);
  }

  @Reacts('activity', dayEvents.began, SWEEP)
  async sweep(event: Recorded, ctx: Context): Promise<void> {
    if ((event.data as DayEvent['data']).load) return;
    const before = new Date(Date.parse(event.recordedAt) - DAY_MS);
    const isAny = await this.runtime.day.brings(ctx, event, 'unnamedFiles');
    for (const id of isAny ? await this.queries.unnamedBefore(ctx, before) : []) {
      const commandId = commandIdOf(SWEEP, event, id);
      const command = { type: 'sweep' as const };
      await this.runtime.handle(ctx, fileDecider, { id, commandId, name: 'sweep', command });
    }
    for (const lying of await this.files.writtenBefore(ctx, before))
      if (await this.isGone(ctx, lying)) await this.files.removeLying(ctx, lying);
  }

  /** No event names these bytes, or the file was swept. */
  private async isGone(ctx: Context, { id, cipherHash }: Lying): Promise<boolean> {
    const { stored, swept } = foldEvents(
      fileDecider,
      await this.runtime.store.read(ctx, streamOf('file', id)),
    );
    return swept || cipherHash === undefined || stored?.cipherHash !== cipherHash;
  }
}
