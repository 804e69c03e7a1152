import type { FileData, FileEvent } from '@lien-ket/contracts';
import { DomainError, type Decider } from '@lien-ket/kernel';

export interface FileFold {
  readonly stored: FileData | null;
}

/** A file is stored once; what it proves is said by those that name it. */
export const fileDecider: Decider<FileFold, { readonly type: 'store' } & FileData, FileEvent> = {
  aggregate: 'file',
  initialState: () => ({ stored: null }),
  decide({ type: _type, ...data }, file) {
    if (file.stored) throw new DomainError('conflict', 'file.exists');
    return [{ type: 'lk.activity.file.stored.v1', data }];
  },
  evolve: (_file, event) => ({ stored: event.data }),
};
