import { Body, Controller, Get, Headers, Module, Post } from '@nestjs/common';
import { uuidFrom, type Clock, type Context } from '@lien-ket/kernel';
import {
  Ctx,
  TokenVerifier,
  Who,
  randomIds,
  startService,
  systemClock,
  type Identity,
  type RunningService,
} from '@lien-ket/service';
import { freePort } from '@lien-ket/testing';
import type { LogFields } from '@lien-ket/telemetry';
import { decodeJwt, decodeProtectedHeader, exportJWK, generateKeyPair, type JWK } from 'jose';
import {
  GatewayModule,
  PasswordAccounts,
  hashPassword,
  issuerOf,
  memoryAccountRecords,
  publicKeysOf,
  type AccountRecord,
  type Change,
} from '../src/gateway.module.js';

export const PASSWORD = 'lienket-demo';

@Controller('api/v1/echo')
class EchoController {
  @Get() read(@Ctx() ctx: Context, @Who() who: Identity) {
    return { tenant: ctx.tenantId, role: ctx.actor.role, account: ctx.actor.account, name: who.name };
  }
  /** What the services see of a token that never reaches the browser. */
  @Get('token') token(@Headers('authorization') authorization: string) {
    return {
      header: decodeProtectedHeader(authorization.slice(7)),
      claims: decodeJwt(authorization.slice(7)),
    };
  }
  @Post() write(@Ctx() ctx: Context, @Body() body: unknown) {
    return { tenant: ctx.tenantId, body };
  }
}

/** A clock that a spec moves; it starts at the true time, because the provider's tokens live in that. */
export class MovableClock implements Clock {
  private ahead = 0;
  now(): string {
    return new Date(Date.parse(systemClock.now()) + this.ahead).toISOString();
  }
  businessDate(): string {
    return '2025-03-11';
  }
  forward(seconds: number): void {
    this.ahead += seconds * 1000;
  }
}

export interface UnderTest {
  readonly service: RunningService;
  readonly url: string;
  readonly clock: MovableClock;
  readonly key: JWK;
  readonly logged: readonly { readonly message: string; readonly fields?: LogFields }[];
  publish(change: Change): void;
}

export interface Settings {
  readonly demo?: boolean;
  readonly portal?: string;
  readonly accessTokenSeconds?: number;
  readonly algorithm?: 'ES256' | 'EdDSA';
  /** Default: the address it listens on. */
  readonly publicUrl?: string;
}

async function records(): Promise<readonly AccountRecord[]> {
  const hash = await hashPassword(PASSWORD);
  const account = (login: string, extra: Partial<AccountRecord> = {}): AccountRecord => ({
    login,
    subject: uuidFrom('subject', login),
    account: uuidFrom('account', login),
    name: `Tên ${login}`,
    tenant: 'tien-giang',
    organisation: 'sct',
    role: 'officer',
    platformAdmin: false,
    mustChange: false,
    credentials: { hash, failures: 0 },
    ...extra,
  });
  const logins = ['tien-giang.sct.officer', 'tien-giang.sct.head', 'tien-giang.skhdt.focal'];
  // Somebody made this one while the platform ran: it is none of the demonstration's.
  const { role: _role, ...made } = account('tien-giang.sct.new', { mustChange: true });
  return [...logins.map((login) => account(login)), made];
}

async function signingKey(algorithm: 'ES256' | 'EdDSA'): Promise<JWK> {
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  return { ...(await exportJWK(privateKey)), kid: 'k1' };
}

/** The gateway with its own provider and one protected controller, on a free port. */
export async function startGateway(settings: Settings = {}): Promise<UnderTest> {
  const { demo = false, portal, accessTokenSeconds, algorithm = 'ES256' } = settings;
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const [clock, key] = [new MovableClock(), await signingKey(algorithm)];
  const listeners = new Set<(change: Change) => void>();
  const logged: { message: string; fields?: LogFields }[] = [];
  const log = (message: string, fields?: LogFields): void => void logged.push({ message, fields });
  const gateway = GatewayModule.embedded({
    publicUrl: settings.publicUrl ?? url,
    clock,
    changes: {
      subscribe: (_tenant, listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    provider: {
      accounts: new PasswordAccounts(memoryAccountRecords(await records()), clock),
      keys: { privateKeys: async () => [key] },
      ...(accessTokenSeconds === undefined ? {} : { accessTokenSeconds }),
      ...(demo ? { demoPassword: PASSWORD } : {}),
    },
    ...(portal === undefined ? {} : { portal }),
  });
  @Module({ imports: [gateway], controllers: [EchoController] })
  class Platform {}
  const verifier = new TokenVerifier({ issuer: issuerOf(url), keys: { jwks: publicKeysOf([key]) } });
  const rights = { rightsOf: async () => [{ role: 'officer' as const, organisationId: randomIds.uuid() }] };
  const logger = { info: log, warn: log, error: log };
  const service = await startService('gateway', Platform, {
    port,
    signals: false,
    ports: { verifier, rights, clock, ids: randomIds, logger, readiness: [] },
  });
  return { service, url, clock, key, logged, publish: (change) => listeners.forEach((tell) => tell(change)) };
}
