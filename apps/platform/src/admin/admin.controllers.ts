import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { platformCommands, type AccountPerson, type MeView } from '@lien-ket/contracts';
import { DomainError, uuidFrom, type Context, type IsoDate } from '@lien-ket/kernel';
import {
  AnyAccount,
  Ctx,
  Operator,
  Who,
  commandMeta,
  pageThrough,
  parseCommand,
  pathId,
  positionAfter,
  requireRole,
  type Identity,
} from '@lien-ket/service';
import { Demonstration } from '../demo/demonstration.js';
import { foundTenant } from '../founding.js';
import { Platform } from '../platform.js';
import type { Tenant } from '../store/platform-store.js';
import {
  accountOf,
  giveAccount,
  refuseAccount,
  renewPassword,
  type AccountName,
  type Giving,
} from './accounts.js';
import { correctTenant, refuseCorrection } from './tenant-correction.js';
import { refuseFacts } from './tenant-facts.js';

@Controller('api/v1/me')
export class MeController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @AnyAccount()
  async me(@Ctx() ctx: Context, @Req() request: FastifyRequest, @Who() who: Identity): Promise<MeView> {
    const held = who.tenant ? await this.held(ctx, positionAfter(request)) : [];
    const roles = who.platformAdmin ? [{ organisationId: '', organisation: '', role: 'platform-admin' }] : [];
    const tenant = this.platform.store.present.find(({ id }) => id === who.tenant);
    return {
      account: who.account,
      name: who.name ?? '',
      tenant: who.tenant ?? '',
      tenantName: tenant?.name ?? '',
      assignments: [...roles, ...held],
      businessDate: ctx.businessDate,
      demo: this.platform.config.demo,
    };
  }

  /** The account's rights as of the position asked for: those that the request came with may be older. */
  private async held(ctx: Context, position: number | undefined): Promise<MeView['assignments']> {
    const agreement = this.platform.runtime('agreement');
    await agreement.waitFor(ctx, position);
    const rights = await agreement.directory.rightsOf(ctx, ctx.actor.account);
    const ids = rights.map(({ organisationId }) => organisationId);
    const names = new Map((await agreement.directory.byIds(ctx, ids)).map(({ id, name }) => [id, name]));
    return rights.map(({ organisationId, role }) => ({
      organisationId,
      organisation: names.get(organisationId) ?? '',
      role,
    }));
  }
}

@Controller('api/v1/tenants')
export class TenantController {
  constructor(private readonly platform: Platform) {}

  /** Names of the authorities are public knowledge; their data are not. */
  @Get()
  @AnyAccount()
  list(@Query() query: unknown): unknown {
    const items = this.platform.store.present.map(({ id, name, code, endsOn, successor }) => ({
      id,
      name,
      code,
      endsOn,
      successor,
    }));
    return pageThrough(items, query);
  }

  @Post()
  @Operator()
  async create(@Ctx() ctx: Context, @Req() request: FastifyRequest, @Body() body: unknown): Promise<unknown> {
    requireRole(ctx, ['platform-admin']);
    const tenant = parseCommand(platformCommands.createTenant, body);
    const { commandId } = commandMeta(request, 'none');
    const { store, answers } = this.platform;
    const password = answers.passwordOf(commandId);
    const command = { commandId, operation: 'tenants.create', body: tenant };
    const { administrator, ...made } = await answers.once(ctx, command, {
      refuse: async () => {
        if (store.present.some(({ id }) => id === tenant.id))
          throw new DomainError('conflict', 'tenant.exists');
        refuseFacts(store.present, tenant, ctx.businessDate);
        if (tenant.administrator) await refuseAccount(store, tenant.id, tenant.administrator);
      },
      carryOut: () => this.found(tenant, { commandId, password }, ctx.businessDate),
    });
    return { ...made, ...(administrator ? { administrator: { ...administrator, password } } : {}) };
  }

  @Post(':id/correctEntry')
  @Operator()
  async correctEntry(
    @Ctx() ctx: Context,
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<unknown> {
    requireRole(ctx, platformCommands.correctTenant.roles);
    const { code, reason } = parseCommand(platformCommands.correctTenant, body);
    const { commandId } = commandMeta(request, 'none');
    const { store, answers } = this.platform;
    const command = { commandId, operation: 'tenants.correctEntry', body: { id, code, reason } };
    return answers.once(ctx, command, {
      refuse: async () => refuseCorrection(store.present, { id, code }, ctx.businessDate),
      carryOut: () => correctTenant(this.platform, id, { code, reason, by: ctx.actor.account, commandId }),
    });
  }

  private async found(
    { administrator, ...facts }: z.infer<typeof platformCommands.createTenant.body>,
    giving: Giving,
    from: IsoDate,
  ): Promise<Partial<Tenant> & { readonly administrator?: AccountName }> {
    const { store } = this.platform;
    const given = administrator && (await giveAccount(store, facts.id, administrator, giving));
    await this.platform.createTenants(facts);
    if (given)
      await foundTenant(this.platform, facts.id, {
        organisationId: uuidFrom('organisation', facts.id, 'committee'),
        committee: { name: committeeOf(facts.name) },
        account: given.account,
        from,
      });
    await this.platform.beginTenant(facts.id, false);
    await this.platform.current(facts.id);
    const made = store.present.find(({ id }) => id === facts.id);
    return { ...made, ...(given ? { administrator: given } : {}) };
  }
}

/** "Tỉnh Đồng Tháp" → "Ủy ban nhân dân tỉnh Đồng Tháp". */
function committeeOf(name: string): string {
  return `Ủy ban nhân dân ${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}

/** Sign-in accounts of a tenant, kept by its administrator; a password is shown once. */
@Controller('api/v1/accounts')
export class AccountController {
  constructor(private readonly platform: Platform) {}

  @Get()
  async list(@Ctx() ctx: Context, @Query() query: unknown): Promise<unknown> {
    requireRole(ctx, ['admin']);
    const records = await this.platform.store.accountsOf(ctx.tenantId);
    const items = records.map(({ login, account, name, mustChange }) => ({
      id: account,
      login,
      name,
      mustChange,
    }));
    return pageThrough(items, query);
  }

  /** Who acted, for an auditor: events and lists name a pseudonym only. One reading is one record (docs/adr/0014). */
  @Get(':id')
  async person(@Ctx() ctx: Context, @Param('id') id: string): Promise<AccountPerson> {
    requireRole(ctx, ['auditor']);
    const { account, name } = await accountOf(this.platform.store, ctx.tenantId, pathId(id));
    const reading = { subject: account, cls: 'actor', purpose: 'accounts.get' };
    await this.platform.reads.record(ctx, reading).catch(() => {
      throw new DomainError('unavailable', 'reading.notRecorded');
    });
    return { id: account, name };
  }

  @Post()
  async create(@Ctx() ctx: Context, @Req() request: FastifyRequest, @Body() body: unknown): Promise<unknown> {
    requireRole(ctx, platformCommands.createAccount.roles);
    const account = parseCommand(platformCommands.createAccount, body);
    const { commandId } = commandMeta(request, 'none');
    const { store, answers } = this.platform;
    const password = answers.passwordOf(commandId);
    const command = { commandId, operation: 'accounts.create', body: account };
    const given = await answers.once(ctx, command, {
      refuse: () => refuseAccount(store, ctx.tenantId, account),
      carryOut: () => giveAccount(store, ctx.tenantId, account, { commandId, password }),
    });
    return { ...given, password };
  }

  @Post(':id/resetPassword')
  async reset(
    @Ctx() ctx: Context,
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<unknown> {
    requireRole(ctx, platformCommands.resetPassword.roles);
    const asked = parseCommand(platformCommands.resetPassword, body);
    const { commandId } = commandMeta(request, 'none');
    const { store, answers } = this.platform;
    const record = await accountOf(store, ctx.tenantId, pathId(id));
    const password = answers.passwordOf(commandId);
    const command = { commandId, operation: 'accounts.resetPassword', body: asked };
    const given = await answers.once(ctx, command, {
      refuse: async () => undefined,
      carryOut: () => renewPassword(store, record, password),
    });
    return { ...given, password };
  }
}

@Controller('api/v1/demonstration')
export class DemonstrationController {
  constructor(
    private readonly platform: Platform,
    private readonly demonstration: Demonstration,
  ) {}

  @Get()
  @AnyAccount()
  state(): unknown {
    return this.demonstration.state();
  }

  @Post()
  @Operator()
  move(@Ctx() ctx: Context, @Req() request: FastifyRequest, @Body() body: unknown): Promise<unknown> {
    requireRole(ctx, platformCommands.moveDay.roles);
    const asked = parseCommand(platformCommands.moveDay, body);
    const { commandId } = commandMeta(request, 'none');
    const command = { commandId, operation: 'demonstration.move', body: asked };
    return this.platform.answers.once(ctx, command, {
      refuse: async () => this.demonstration.refuse(asked.to),
      carryOut: async () => {
        this.demonstration.jumpTo(asked.to);
        return this.demonstration.state();
      },
    });
  }
}
