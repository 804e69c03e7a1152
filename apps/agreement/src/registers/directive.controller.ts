import { Body, Controller, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { directiveCommands, type CommandAnswer, type DirectiveEvent } from '@lien-ket/contracts';
import { DomainError, type Context, type Role } from '@lien-ket/kernel';
import { actingFor, successorsOn } from '@lien-ket/access';
import type { DirectiveFold } from '@lien-ket/plan-acts';
import { Runtime, commandOn, createBy } from '@lien-ket/runtime';
import { Ctx, requireRole } from '@lien-ket/service';
import { directiveDecider, type DirectiveCommand, type DirectiveLookups } from './directive.decider.js';
import { unknownNames } from './named-things.js';
import { RegisterController } from './register.controllers.js';

/** Who gives a directive or enters it: the same for each of its commands. */
const { roles } = directiveCommands.create;

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
    requireRole(ctx, roles);
    await this.runtime.current(ctx);
    const call = { ctx, request, reply, body };
    return createBy(this.runtime, this.resource, call, 'create', {
      unknown: await unknownNames(this.runtime, ctx, body, 'directive'),
      ...(await this.lookUp(ctx, roles)),
    });
  }

  @Post(':id/:command')
  async command(
    @Ctx() ctx: Context,
    @Param('id') id: string,
    @Param('command') name: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    if (name === 'create') throw new DomainError('notFound', 'notFound');
    requireRole(ctx, roles);
    const isEntry = name === 'correctEntry';
    if (isEntry) await this.runtime.current(ctx);
    const call = { ctx, request, reply, body };
    return commandOn(this.runtime, this.resource, call, id, name, {
      ...(await this.lookUp(ctx, roles)),
      ...(isEntry ? { unknown: await unknownNames(this.runtime, ctx, body, 'directive') } : {}),
    });
  }

  /** To whom is reported: the committee for which the sender speaks. */
  private async lookUp(ctx: Context, roles: readonly Role[]): Promise<DirectiveLookups> {
    const organisations = await this.runtime.directory.organisations(ctx);
    const receiver = organisations.find(({ id }) => id === actingFor(ctx, roles));
    const lists = organisations.flatMap(({ id, kind, members }) =>
      kind === 'group' ? [[id, members] as const] : [],
    );
    return {
      ...(receiver ? { receiver: { printed: receiver.name, organisationId: receiver.id } } : {}),
      members: Object.fromEntries(lists),
      successors: successorsOn(organisations, ctx.businessDate),
    };
  }
}
