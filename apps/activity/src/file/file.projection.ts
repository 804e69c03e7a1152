import { activityEvents, fileEvents, obligationEvents, participationEvents } from '@lien-ket/contracts';
import { idOf } from '@lien-ket/kernel';
import type { Projection } from '@lien-ket/read-model';
import { FileRow } from './file.rows.js';

/** Every event that may name files as evidence. */
const NAMING = [
  activityEvents.progressRecorded,
  activityEvents.progressCorrected,
  activityEvents.reportedDone,
  participationEvents.progressRecorded,
  participationEvents.progressCorrected,
  obligationEvents.reportDrafted,
  obligationEvents.reportSent,
].map(({ type }) => type as string);

interface Naming {
  readonly evidence?: readonly string[];
  readonly report?: { readonly evidence?: readonly string[] };
}

/** Files and whether anything names them. */
export const fileProjection: Projection = {
  name: 'files',
  types: [...NAMING, fileEvents.stored.type, fileEvents.swept.type],
  tables: ['file'],
  async apply(rows, recorded) {
    if (recorded.type === fileEvents.swept.type) {
      await rows.delete(FileRow, { id: idOf(recorded.stream) });
      return;
    }
    if (recorded.type === fileEvents.stored.type) {
      const id = idOf(recorded.stream);
      const before = await rows.findOneBy(FileRow, { id });
      await rows.save(FileRow, {
        id,
        storedAt: new Date(recorded.recordedAt),
        named: before?.named ?? false,
      });
      return;
    }
    const { evidence = [], report } = recorded.data as Naming;
    for (const id of [...evidence, ...(report?.evidence ?? [])]) {
      const before = await rows.findOneBy(FileRow, { id });
      await rows.save(FileRow, { id, storedAt: before?.storedAt ?? null, named: true });
    }
  },
};
