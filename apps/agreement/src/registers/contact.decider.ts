import type { ContactEvent } from '@lien-ket/contracts';
import { DomainError, unreachable, type Decider } from '@lien-ket/kernel';
import { requireTouch } from '@lien-ket/access';
import type { Sent } from '@lien-ket/runtime';

type Contact = Extract<ContactEvent, { type: 'lk.agreement.contact.registered.v1' }>['data'];
/** A contact's person comes already sealed: no clear text reaches a decider. */
export type ContactCommand =
  | ({ readonly type: 'create' } & Contact)
  | {
      readonly type: 'correctEntry';
      readonly reason: string;
      readonly content: Contact;
      readonly enteredBy?: string | undefined;
    };
export interface ContactFold {
  readonly exists: boolean;
  /** The event that registered it: what a correction names. */
  readonly registered?: string;
}

/** Đầu mối liên hệ: registered once; what we typed wrong is corrected. */
export const contactDecider: Decider<ContactFold, Sent<ContactCommand>, ContactEvent> = {
  aggregate: 'contact',
  initialState: () => ({ exists: false }),
  decide(command, { registered }) {
    switch (command.type) {
      case 'create': {
        if (registered) throw new DomainError('conflict', 'register.exists');
        const { office, person } = command;
        return [{ type: 'lk.agreement.contact.registered.v1', data: { office, person } }];
      }
      case 'correctEntry': {
        if (!registered) throw new DomainError('notFound', 'notFound');
        const { reason, content, enteredBy, by } = command;
        if (!by.roles.some(({ role }) => role === 'admin')) requireTouch(by, [enteredBy]);
        const data = { corrects: registered, reason, content };
        return [{ type: 'lk.agreement.contact.entryCorrected.v1', data }];
      }
    }
    return unreachable(command);
  },
  evolve(contact, event) {
    switch (event.type) {
      case 'lk.agreement.contact.registered.v1':
        return { exists: true, registered: event.id };
      case 'lk.agreement.contact.entryCorrected.v1':
        return contact;
    }
    return unreachable(event);
  },
};
