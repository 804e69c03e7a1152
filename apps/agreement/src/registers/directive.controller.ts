import { Body, Controller, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { directiveCommands, type CommandAnswer, type DirectiveEvent } from '@lien-ket/contracts';
import type { Context, Role } from '@lien-ket/kernel';
import { actingFor, actsOn, successionOf } from '@lien-ket/access';
import { Runtime, commandOn, createBy } from '@lien-ket/runtime';
import { Ctx, requireRole } from '@lien-ket/service';
import {
  directiveDecider,
  type DirectiveCommand,
  type DirectiveFold,
  type DirectiveLookups,
} from './directive.decider.js';
import { unknownNames } from './named-things.js';
import { RegisterController } from './register.controllers.js';

const { roles } = directiveCommands.setDeadline;

@Controller('api/v1/directives')
export class DirectiveController extends RegisterController<DirectiveFold, DirectiveCommand, DirectiveEvent> {
  protected readonly resource = { commands: directiveCommands, decider: directiveDecider };
  constructor(runtime: Runtime) {
    super(runtime);
  }

  @Post()
  override async create(
    @Ctx() ctx: Context,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    requireRole(ctx, directiveCommands.create.roles);
    await this.runtime.current(ctx);
    const call = { ctx, request, reply, body };
    return createBy(this.runtime, this.resource, call, 'create', {
      unknown: await unknownNames(this.runtime, ctx, body, 'directive'),
      ...(await this.lookUp(ctx, directiveCommands.create.roles)),
    });
  }

  @Post(':id/setDeadline')
  async setDeadline(
    @Ctx() ctx: Context,
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    requireRole(ctx, roles);
    const call = { ctx, request, reply, body };
    return commandOn(this.runtime, this.resource, call, id, 'setDeadline', {
      ...(await this.lookUp(ctx, roles)),
    });
  }

  /** To whom is reported: the committee for which the sender speaks. */
  private async lookUp(ctx: Context, roles: readonly Role[]): Promise<DirectiveLookups> {
    const organisations = await this.runtime.directory.organisations(ctx);
    const receiver = organisations.find(({ id }) => id === actingFor(ctx, roles));
    const lists = organisations.flatMap(({ id, kind, members }) =>
      kind === 'group' ? [[id, members] as const] : [],
    );
    const day = ctx.businessDate;
    const ended = organisations.filter((organisation) => !actsOn(organisation, day));
    const successors = ended.map(({ id }) => {
      const last = successionOf(organisations, id, day).at(-1);
      const acts = organisations.some((one) => one.id === last && actsOn(one, day));
      return [id, acts && last ? last : null] as const;
    });
    return {
      ...(receiver ? { receiver: { printed: receiver.name, organisationId: receiver.id } } : {}),
      members: Object.fromEntries(lists),
      successors: Object.fromEntries(successors),
    };
  }
}
