import { uuidFrom, type Context, type Recorded, type Role } from '@lien-ket/kernel';
import { inabilityOn, senderOf } from '@lien-ket/access';
import { commandIdOf } from '@lien-ket/messaging';
import type { Runtime } from '@lien-ket/runtime';
import { DutyQueries } from '../duty/duty.queries.js';
import type { DutyRow } from '../duty/duty.rows.js';
import { noticeDecider, type Notified } from './notice.decider.js';

/** A notice before it has its key: to which roles of which organisation, about what. */
export interface Draft {
  readonly kind: Notified['kind'];
  readonly to: readonly (string | undefined | null)[];
  readonly roles: readonly Role[];
  readonly params: Notified['params'];
  readonly link: string;
  readonly example?: boolean;
  /** What makes two notices of one cause two; default the cause itself. */
  readonly key?: string;
}

/** The message that a notice tells of, and the handler that tells it. */
export interface Cause {
  readonly handler: string;
  readonly event: Recorded;
}

const TITLE_LENGTH = 200;

/** How a duty is called: a title that no paper prints goes with a code, which readers' catalogues say. */
export function titleOf({ title, titled }: Pick<DutyRow, 'title' | 'titled'>): Draft['params'] {
  return titled === null
    ? { title }
    : { title, titleCode: 'directiveTask', about: titled.slice(0, TITLE_LENGTH) };
}

/** Makes notices: each once, whatever is delivered twice; none on a day of loading, none to who has ended. */
export class Notifier {
  private readonly duties: DutyQueries;

  constructor(private readonly runtime: Runtime) {
    this.duties = new DutyQueries(runtime);
  }

  /** Rows must hold everything before the message. In a running platform they mostly do already. */
  async readUpTo(ctx: Context, event: Recorded): Promise<void> {
    if (this.runtime.runner.position(ctx) < event.seq) await this.runtime.runner.catchUp(ctx);
  }

  async notify(ctx: Context, cause: Cause, drafts: readonly Draft[]): Promise<void> {
    await this.readUpTo(ctx, cause.event);
    if (drafts.length === 0 || !(await this.duties.isLived(ctx, ctx.businessDate))) return;
    const acting = await this.acting(ctx, drafts);
    for (const draft of drafts) {
      const wanted = new Set(draft.to.flatMap((id) => id ?? []));
      for (const organisationId of [...wanted].filter((id) => acting.has(id)))
        await this.notifyOne(ctx, cause, draft, organisationId);
    }
  }

  /** Organisations in which one of the roles is held on the business day. */
  async holders(ctx: Context, roles: readonly Role[]): Promise<string[]> {
    const day = ctx.businessDate;
    const assignments = await this.runtime.directory.assignments(ctx);
    const held = assignments.filter(
      ({ role, validFrom, validTo }) =>
        (roles as readonly string[]).includes(role) &&
        validFrom <= day &&
        (validTo === null || validTo >= day),
    );
    return [...new Set(held.map(({ organisationId }) => organisationId))].sort();
  }

  private async notifyOne(
    ctx: Context,
    cause: Cause,
    { kind, roles, params, link, example = false, key = cause.event.header.id }: Draft,
    organisationId: string,
  ): Promise<void> {
    const named = `${kind}:${key}:${organisationId}`;
    const { title } = params;
    const short = typeof title === 'string' ? { ...params, title: title.slice(0, TITLE_LENGTH) } : params;
    const data = { kind, organisationId, roles: [...roles], params: short, link, key: named, example };
    await this.runtime.handle(ctx, noticeDecider, {
      id: uuidFrom('notice', ctx.tenantId, named),
      commandId: commandIdOf(cause.handler, cause.event, named),
      name: 'notify',
      command: { type: 'notify', data, by: senderOf(ctx), on: ctx.businessDate },
      body: { reaction: cause.event.header.id },
    });
  }

  private async acting(ctx: Context, drafts: readonly Draft[]): Promise<ReadonlySet<string>> {
    const ids = drafts.flatMap(({ to }) => to.flatMap((id) => id ?? []));
    const organisations = await this.runtime.directory.byIds(ctx, ids);
    return new Set(
      organisations
        .filter((organisation) => inabilityOn(organisation, ctx.businessDate) === undefined)
        .map(({ id }) => id),
    );
  }
}
