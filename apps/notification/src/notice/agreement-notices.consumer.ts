import { Controller } from '@nestjs/common';
import {
  agreementEvents,
  directiveEvents,
  type AgreementData,
  type AgreementEvent,
  type DirectiveData,
} from '@lien-ket/contracts';
import { idOf, type Context, type Recorded, type Role } from '@lien-ket/kernel';
import { Reacts } from '@lien-ket/messaging';
import { Runtime } from '@lien-ket/runtime';
import { Notifier } from './notifier.js';

const DIRECTED = 'notification.directive-issued';
const ANSWERED = 'notification.agreement-answered';
const RECORDERS: readonly Role[] = ['focal', 'region-coordinator'];
const RECORDS: readonly string[] = [agreementEvents.recorded.type, agreementEvents.revised.type];
type Answer = Extract<AgreementEvent, { type: 'lk.agreement.agreement.answerTaken.v1' }>['data'];

/** Directives, and what the parties say of an agreement that is recorded here. */
@Controller()
export class AgreementNoticesConsumer {
  private readonly notifier: Notifier;

  constructor(private readonly runtime: Runtime) {
    this.notifier = new Notifier(runtime);
  }

  /** To those who lead or join one of its tasks, whether it has a deadline or not. */
  @Reacts('notification', directiveEvents.issued, DIRECTED)
  async directed(event: Recorded, ctx: Context): Promise<void> {
    const { document, text, tasks, example = false } = event.data as DirectiveData;
    const agencies = tasks.flatMap(({ lead, coordinators }) => [lead, ...coordinators]);
    const named = [document?.number, document?.symbol].filter(Boolean).join('/');
    await this.notifier.notify(ctx, { handler: DIRECTED, event }, [
      {
        kind: 'directiveIssued',
        to: agencies.map(({ organisationId }) => organisationId),
        roles: ['officer', 'head'],
        params: { title: named === '' ? text : `${named} ${text}` },
        link: `/directives/${idOf(event.stream)}`,
        example,
      },
    ]);
  }

  @Reacts('notification', agreementEvents.answerTaken, ANSWERED)
  async answered(event: Recorded, ctx: Context): Promise<void> {
    const { answer, tenant } = event.data as Answer;
    const history = await this.runtime.store.read(ctx, event.stream);
    const recorded = history.findLast(({ type }) => RECORDS.includes(type))?.data as
      { readonly content: AgreementData } | undefined;
    await this.notifier.readUpTo(ctx, event);
    await this.notifier.notify(ctx, { handler: ANSWERED, event }, [
      {
        kind: answer === 'confirmed' ? 'agreementConfirmed' : 'agreementRefused',
        to: await this.notifier.holders(ctx, RECORDERS),
        roles: RECORDERS,
        params: { title: recorded?.content.name ?? '', from: tenant },
        link: `/agreements/${idOf(event.stream)}`,
      },
    ]);
  }
}
