import type { FileData, FileEvent } from '@lien-ket/contracts';
import { DomainError, unreachable, type Decider, type Evolving } from '@lien-ket/kernel';

export interface FileFold {
  readonly stored: FileData | null;
  readonly swept: boolean;
}
export type FileCommand = ({ readonly type: 'store' } & FileData) | { readonly type: 'sweep' };

/** A file is stored once; what it proves is said by those that name it. What nobody names is swept after a day. */
export const fileDecider: Decider<FileFold, FileCommand, FileEvent> = {
  aggregate: 'file',
  initialState: () => ({ stored: null, swept: false }),
  decide(command, file) {
    switch (command.type) {
      case 'store': {
        const { type: _type, ...data } = command;
        if (file.stored) throw new DomainError('conflict', 'file.exists');
        return [{ type: 'lk.activity.file.stored.v1', data }];
      }
      case 'sweep':
        if (!file.stored || file.swept) return [];
        return [{ type: 'lk.activity.file.swept.v1', data: { cipherHash: file.stored.cipherHash } }];
    }
    return unreachable(command);
  },
  evolve(file, event: FileEvent & Evolving) {
    switch (event.type) {
      case 'lk.activity.file.stored.v1':
        return { ...file, stored: event.data };
      case 'lk.activity.file.swept.v1':
        return { ...file, swept: true };
    }
    return unreachable(event);
  },
};
