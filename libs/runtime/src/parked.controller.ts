import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { platformCommands } from '@lien-ket/contracts';
import { DomainError, isUuid, type Context } from '@lien-ket/kernel';
import { Ctx, parseCommand, requireRole } from '@lien-ket/service';
import { inspect, type ParkedActions } from './parked.js';
import type { Runtime } from './runtime.js';

/** Token of the services whose messages this process takes: their names and how to act on what is parked. */
export const PARKED = 'lk:parked';

export interface ParkedOwner {
  readonly runtime: Runtime;
  readonly messages: ParkedActions;
}

/** What an administrator does with one parked message; answered by the process that has its handlers. */
@Controller('api/v1/operations/parked/:service/:message')
export class ParkedController {
  constructor(@Inject(PARKED) private readonly owners: ReadonlyMap<string, ParkedOwner>) {}

  @Get()
  inspect(
    @Ctx() ctx: Context,
    @Param('service') service: string,
    @Param('message') message: string,
  ): Promise<unknown> {
    requireRole(ctx, ['admin', 'auditor']);
    return inspect(this.owner(service, message).runtime, ctx, message);
  }

  @Post('redrive')
  async redrive(
    @Ctx() ctx: Context,
    @Param('service') service: string,
    @Param('message') message: string,
    @Body() body: unknown,
  ): Promise<unknown> {
    requireRole(ctx, platformCommands.redrive.roles);
    const { reason } = parseCommand(platformCommands.redrive, body);
    return { redriven: await this.owner(service, message).messages.redrive(ctx, message, reason) };
  }

  @Post('discard')
  async discard(
    @Ctx() ctx: Context,
    @Param('service') service: string,
    @Param('message') message: string,
    @Body() body: unknown,
  ): Promise<unknown> {
    requireRole(ctx, platformCommands.discard.roles);
    const { reason } = parseCommand(platformCommands.discard, body);
    return { released: await this.owner(service, message).messages.discard(ctx, message, reason) };
  }

  private owner(service: string, message: string): ParkedOwner {
    const owner = this.owners.get(service);
    if (!owner || !isUuid(message)) throw new DomainError('notFound', 'notFound');
    return owner;
  }
}
