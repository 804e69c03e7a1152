import type { CommandOf, DocumentEvent, documentCommands } from '@lien-ket/contracts';
import { DomainError, refuseDayToCome, unreachable, type Decider } from '@lien-ket/kernel';
import { requireTouch } from '@lien-ket/access';
import type { Sent } from '@lien-ket/runtime';
import { bodyOf } from './register.deciders.js';

/** Which organisation entered it, the controller looked up. */
export type DocumentCommand = CommandOf<typeof documentCommands> & { readonly enteredBy?: string };
export interface DocumentFold {
  /** The event that recorded it: what a correction names. */
  readonly recorded: string | null;
}

/** Văn bản: recorded once; what we typed wrong of it is corrected, and the paper itself is never changed here. */
export const documentDecider: Decider<DocumentFold, Sent<DocumentCommand>, DocumentEvent> = {
  aggregate: 'document',
  initialState: () => ({ recorded: null }),
  decide(command, { recorded }) {
    switch (command.type) {
      case 'create':
        if (recorded) throw new DomainError('conflict', 'register.exists');
        mustHaveCome(command, command.on);
        return [{ type: 'lk.agreement.document.recorded.v1', data: bodyOf(command) }];
      case 'correctEntry': {
        if (!recorded) throw new DomainError('notFound', 'notFound');
        const { reason, content, enteredBy, by } = command;
        requireTouch(by, [enteredBy]);
        mustHaveCome(content, command.on, '/content');
        const data = { corrects: recorded, reason, content };
        return [{ type: 'lk.agreement.document.entryCorrected.v1', data }];
      }
    }
    return unreachable(command);
  },
  evolve(document, event) {
    switch (event.type) {
      case 'lk.agreement.document.recorded.v1':
        return { recorded: event.id };
      case 'lk.agreement.document.entryCorrected.v1':
        return document;
    }
    return unreachable(event);
  },
};

type Content = Extract<DocumentCommand, { type: 'correctEntry' }>['content'];

/** A paper bears the day of its issue, and has come when it is entered; a draft may print the month of its signing. */
function mustHaveCome({ standing, date, incoming }: Omit<Content, 'id'>, on: string, at = ''): void {
  const code = 'document.dayToCome';
  if (standing !== 'draft') refuseDayToCome(date, on, { code, pointer: `${at}/date` });
  refuseDayToCome(incoming?.on, on, { code, pointer: `${at}/incoming/on` });
}
