import { erasureEvents, type KeyDestroyed } from '@lien-ket/contracts';
import type { Recorded } from '@lien-ket/kernel';
import type { Projection } from '@lien-ket/read-model';
import type { EntityManager } from 'typeorm';
import { ErasedFileRow } from './erased-files.rows.js';

/** Which files were erased, for the services whose commands name files. */
export const erasedFilesProjection: Projection = {
  name: 'erased-files',
  types: [erasureEvents.keyDestroyed.type],
  tables: ['erased_file'],
  apply: (rows, recorded) => applyErased(rows, [recorded]),
  applyAll: (rows, events) => applyErased(rows, events),
};

async function applyErased(rows: EntityManager, events: readonly Recorded[]): Promise<void> {
  const ids = events.flatMap(({ data }) => ((data as KeyDestroyed).files ?? []).map(({ id }) => id));
  const erased = [...new Set(ids)].map((id) => ({ id }));
  if (erased.length > 0) await rows.upsert(ErasedFileRow, erased, ['id']);
}
