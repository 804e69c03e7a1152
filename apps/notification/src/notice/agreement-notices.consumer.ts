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
import { Notifier, type Cause } from './notifier.js';

const NAMED = 'notification.directive-names-more';
const DIRECTED = 'notification.directive-issued';
const ANSWERED = 'notification.agreement-answered';
const RECORDERS: readonly Role[] = ['focal', 'region-coordinator'];
const RECORDS: readonly string[] = [agreementEvents.recorded.type, agreementEvents.revised.type];
type Answer = Extract<AgreementEvent, { type: 'lk.agreement.agreement.answerTaken.v1' }>['data'];

interface Corrected {
  readonly content: DirectiveData;
}

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
    const directive = event.data as DirectiveData;
    await this.tellNamed(ctx, { handler: DIRECTED, event }, directive, namedIn(directive));
  }

  /** Who had been left out by our typing error hears of it now. */
  @Reacts('notification', directiveEvents.entryCorrected, NAMED)
  async namedAfterAll(event: Recorded, ctx: Context): Promise<void> {
    const history = await this.runtime.store.read(ctx, event.stream);
    const told = history
      .filter(({ revision }) => revision < event.revision)
      .flatMap(({ type, data }) => {
        if (type === directiveEvents.issued.type) return namedIn(data as DirectiveData);
        return type === directiveEvents.entryCorrected.type ? namedIn((data as Corrected).content) : [];
      });
    const { content } = event.data as Corrected;
    const to = namedIn(content).filter((one) => !told.includes(one));
    await this.tellNamed(ctx, { handler: NAMED, event }, content, to);
  }

  private async tellNamed(
    ctx: Context,
    cause: Cause,
    { document, text, example = false }: DirectiveData,
    to: readonly (string | undefined)[],
  ): Promise<void> {
    const named = [document?.number, document?.symbol].filter(Boolean).join('/');
    await this.notifier.notify(ctx, cause, [
      {
        kind: 'directiveIssued',
        to,
        roles: ['officer', 'head'],
        params: { title: named === '' ? text : `${named} ${text}` },
        link: `/directives/${idOf(cause.event.stream)}`,
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

function namedIn({ tasks }: DirectiveData): (string | undefined)[] {
  return tasks.flatMap(({ lead, coordinators }) =>
    [lead, ...coordinators].map(({ organisationId }) => organisationId),
  );
}
