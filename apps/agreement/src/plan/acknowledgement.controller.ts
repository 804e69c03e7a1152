import { Body, Controller, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  acknowledgementCommands,
  type CommandAnswer,
  type PlanRecall,
  type PlanView,
} from '@lien-ket/contracts';
import { DomainError, uuidFrom, type Context, type Role } from '@lien-ket/kernel';
import { organisationsOf, senderOf } from '@lien-ket/access';
import { Runtime } from '@lien-ket/runtime';
import { Ctx, actingUnder, answer, commandMeta, parseCommand, pathId } from '@lien-ket/service';
import { acknowledgementDecider, type AcknowledgementCommand } from './acknowledgement.decider.js';
import { PlanQueries } from './plan.queries.js';

const CONTRACT = acknowledgementCommands.acknowledgeRecall;
/** Who speaks for the whole tenant where the plan is another's. */
const FOR_TENANT: readonly Role[] = ['focal', 'clerk', 'leader', 'region-coordinator'];

@Controller('api/v1/plans')
export class AcknowledgementController {
  private readonly plans: PlanQueries;

  constructor(private readonly runtime: Runtime) {
    this.plans = new PlanQueries(runtime);
  }

  /** In the log of who gives it, whose-ever the plan is; If-Match is the plan's revision. */
  @Post(':id/acknowledgeRecall')
  async acknowledge(
    @Ctx() ctx: Context,
    @Param('id') givenId: string,
    @Body() given: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const acting = actingUnder(ctx, CONTRACT.roles);
    const body = parseCommand(CONTRACT, given);
    const id = pathId(givenId);
    await this.runtime.current(ctx);
    const plan = await this.plans.one(ctx, id, {});
    const { commandId, expectedRevision } = commandMeta(request);
    if (expectedRevision !== plan.revision)
      throw new DomainError('stale', 'revision.stale', { current: plan.revision });
    const command = await this.commandOf(ctx, plan, body.note);
    const handled = await this.runtime.handle(acting, acknowledgementDecider, {
      id: uuidFrom('acknowledgement', ctx.tenantId, id, plan.origin ? '' : (command.from?.id ?? '')),
      commandId,
      name: command.type,
      command: { ...command, by: senderOf(ctx), on: ctx.businessDate },
      body,
    });
    return answer(reply, { id, ...handled });
  }

  private async commandOf(
    ctx: Context,
    plan: PlanView,
    note: string | undefined,
  ): Promise<AcknowledgementCommand> {
    const { recall, origin, id } = plan;
    return {
      type: 'acknowledgeRecall',
      ...(note ? { note } : {}),
      plan: { tenant: origin?.tenant ?? ctx.tenantId, id },
      recall: recall?.eventId ?? null,
      from: recall ? await this.concernedSender(ctx, plan, recall) : null,
      sharedWith: origin ? [origin.tenant] : [],
    };
  }

  /** The concerned organisation for which the sender acts; one that has not yet acknowledged comes first. */
  private async concernedSender(
    ctx: Context,
    { origin }: PlanView,
    { concerned }: PlanRecall,
  ): Promise<AcknowledgementCommand['from']> {
    const held = organisationsOf(senderOf(ctx), origin ? FOR_TENANT : CONTRACT.roles);
    const mine = origin
      ? held
      : concerned
          .flatMap(({ organisationId, acknowledgedOn }) =>
            organisationId && held.includes(organisationId) ? [{ organisationId, acknowledgedOn }] : [],
          )
          .sort((a, b) => Number(a.acknowledgedOn !== null) - Number(b.acknowledgedOn !== null))
          .map(({ organisationId }) => organisationId);
    const [organisationId] = mine;
    if (!organisationId) return null;
    const { id, name } = await this.runtime.directory.organisation(ctx, organisationId);
    return { id, name };
  }
}
