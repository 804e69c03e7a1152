import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { platformCommands } from '@lien-ket/contracts';
import type { Context } from '@lien-ket/kernel';
import { parkedOf } from '@lien-ket/runtime';
import { Ctx, Operator, pageThrough, parseCommand, requireRole } from '@lien-ket/service';
import { Platform } from '../platform.js';
import { replaceKeyOf } from '../tenant-keys.js';

/** What an administrator of a tenant does to its read models, parked messages and key. */
@Controller('api/v1/operations')
export class OperationsController {
  constructor(private readonly platform: Platform) {}

  @Get('projections')
  async projections(@Ctx() ctx: Context, @Query() query: unknown): Promise<unknown> {
    requireRole(ctx, ['admin', 'auditor']);
    const items = await Promise.all(
      [...this.platform.runtimes].map(async ([service, { runner }]) => ({
        service,
        projections: await runner.status(ctx),
      })),
    );
    return pageThrough(items, query);
  }

  /** Begins it; how far it is, `rebuilds` tells. */
  @Post('rebuild')
  rebuild(@Ctx() ctx: Context, @Body() body: unknown): unknown {
    requireRole(ctx, ['admin']);
    const { service, projection } = parseCommand(platformCommands.rebuild, body);
    const items = this.platform.rebuilds.start(this.platform.system(ctx.tenantId), {
      ...(service === undefined ? {} : { service }),
      ...(projection === undefined ? {} : { projection }),
    });
    return { items, next: null, total: items.length };
  }

  /** The administrator of the platform sees those of all tenants, each tenant its own. */
  @Get('rebuilds')
  @Operator()
  rebuilds(@Ctx() ctx: Context, @Query() query: unknown): unknown {
    const held = requireRole(ctx, ['admin', 'auditor', 'platform-admin']);
    return pageThrough(this.platform.rebuilds.list(held && ctx.tenantId), query);
  }

  /** Asked again while one is under way or was cut short, it finishes that one. */
  @Post('replaceKey')
  async replaceKey(@Ctx() ctx: Context, @Body() body: unknown): Promise<unknown> {
    requireRole(ctx, ['admin']);
    parseCommand(platformCommands.replaceKey, body);
    return { version: await replaceKeyOf(this.platform, ctx) };
  }

  @Get('parked')
  async parked(@Ctx() ctx: Context, @Query() query: unknown): Promise<unknown> {
    requireRole(ctx, ['admin', 'auditor']);
    const runtimes = [...this.platform.runtimes.values()];
    const items = (await Promise.all(runtimes.map((runtime) => parkedOf(runtime, ctx)))).flat();
    return pageThrough(items, query);
  }
}
