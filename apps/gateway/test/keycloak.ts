import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Controller, Get, Headers, Module } from '@nestjs/common';
import {
  AnyAccount,
  TokenVerifier,
  Who,
  randomIds,
  startService,
  type Identity,
  type RunningService,
  type ServicePorts,
} from '@lien-ket/service';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { readConfig } from '../src/gateway.config.js';
import { GatewayModule } from '../src/gateway.module.js';
import { Browser } from './browser.js';
import { freePort } from '@lien-ket/testing';
import { MovableClock } from './gateway-under-test.js';

interface Keycloak {
  readonly url: string;
  readonly issuer: string;
  stop(): Promise<void>;
}
interface Tools {
  startKeycloak(options: { portalUrl: string; secrets: Readonly<Record<string, string>> }): Promise<Keycloak>;
  makeSecrets(folder: string): string[];
}

/** The commands of the project, which start what the specs need too. */
async function tools(): Promise<Tools> {
  const at = (name: string): string => resolve(import.meta.dirname, '../../../tools', name);
  return { ...(await import(at('keycloak.mjs'))), ...(await import(at('secrets.mjs'))) } as Tools;
}

/** What a service behind the gateway learns of who asks. */
@Controller('api/v1/plans')
class EchoController {
  @Get()
  @AnyAccount()
  read(@Who() who: Identity, @Headers('authorization') authorization: string) {
    const { jti } = decodeJwt(authorization.slice(7));
    return { who, jti, kid: decodeProtectedHeader(authorization.slice(7)).kid };
  }
}
@Module({ controllers: [EchoController] })
class Behind {}

/** The gateway and one service, configured by their environment as in the compose file, over a real Keycloak. */
export class WithKeycloak {
  private constructor(
    readonly gateway: RunningService,
    readonly behind: RunningService,
    readonly keycloak: Keycloak,
    readonly clock: MovableClock,
    private readonly secrets: string,
    private token: string,
  ) {}

  static async start(): Promise<WithKeycloak> {
    const secrets = mkdtempSync(join(tmpdir(), 'lk-oidc-'));
    const { makeSecrets, startKeycloak } = await tools();
    makeSecrets(secrets);
    const port = await freePort();
    const portalUrl = `http://127.0.0.1:${port}`;
    const keycloak = await startKeycloak({
      portalUrl,
      secrets: {
        KC_BOOTSTRAP_ADMIN_PASSWORD_FILE: join(secrets, 'keycloak-admin'),
        LK_GATEWAY_SECRET_FILE: join(secrets, 'gateway-client'),
        LK_OPERATOR_SECRET_FILE: join(secrets, 'operator-client'),
        LK_ADMIN_PASSWORD_FILE: join(secrets, 'platform-admin'),
      },
    });
    const clock = new MovableClock();
    const ports = portsOf(keycloak.issuer, clock);
    const behind = await startService('agreement', Behind, { port: 0, signals: false, ports });
    const config = readConfig({
      PORT: String(port),
      PUBLIC_URL: portalUrl,
      OIDC_ISSUER: keycloak.issuer,
      OIDC_CLIENT_ID: 'lk-gateway',
      OIDC_CLIENT_SECRET_FILE: join(secrets, 'gateway-client'),
      AGREEMENT_URL: behind.url,
    });
    const module = GatewayModule.forwarding({ ...config, portal: undefined, clock });
    const gateway = await startService('gateway', module, { port, signals: false, ports });
    return new WithKeycloak(gateway, behind, keycloak, clock, secrets, '');
  }

  async stop(): Promise<void> {
    await this.gateway.close();
    await this.behind.close();
    await this.keycloak.stop();
    rmSync(this.secrets, { recursive: true });
  }

  secret(name: string): string {
    return readFileSync(join(this.secrets, name), 'utf8');
  }

  /** The administration of the realm, as an operator uses it. */
  async admin(path: string, method = 'GET', body?: unknown): Promise<Response> {
    const form = { grant_type: 'password', client_id: 'admin-cli', username: 'admin' };
    const asked = await fetch(`${this.keycloak.url}/realms/master/protocol/openid-connect/token`, {
      method: 'POST',
      body: new URLSearchParams({ ...form, password: this.secret('keycloak-admin') }),
    });
    this.token = String(((await asked.json()) as Record<string, unknown>)['access_token']);
    return fetch(`${this.keycloak.url}/admin/realms/lien-ket${path}`, {
      method,
      headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  /** A token that Keycloak gave for something else. */
  get foreignToken(): string {
    return this.token;
  }
}

function portsOf(issuer: string, clock: MovableClock): ServicePorts {
  const log = (): void => undefined;
  return {
    verifier: new TokenVerifier({ issuer, keys: { url: `${issuer}/protocol/openid-connect/certs` } }),
    rights: { rightsOf: async () => [{ role: 'officer', organisationId: randomIds.uuid() }] },
    clock,
    ids: randomIds,
    logger: { info: log, warn: log, error: log },
    readiness: [],
  };
}

/** A person's browser: the portal's cookies and Keycloak's. */
export class Person {
  readonly portal: Browser;
  readonly provider: Browser;

  constructor(stack: WithKeycloak) {
    this.portal = new Browser(stack.gateway.url);
    this.provider = new Browser(stack.keycloak.url);
  }

  /** From the portal to the page that Keycloak shows. */
  async begin(): Promise<string> {
    const { headers } = await this.portal.request('/auth/sign-in?returnTo=/auth/session');
    const to = new URL(headers.get('location') ?? '');
    return (await this.provider.visit(to.pathname + to.search)).text;
  }

  /** Sends Keycloak's form; answers its next page, or the address it sends the browser back to. */
  async send(page: string, fields: Readonly<Record<string, string>>): Promise<{ page?: string; back?: URL }> {
    const action = new URL((/<form[^>]*action="([^"]+)"/.exec(page)?.[1] ?? '').replaceAll('&amp;', '&'));
    let response = await this.provider.request(action.pathname + action.search, {
      method: 'POST',
      body: new URLSearchParams(fields),
    });
    for (;;) {
      const location = response.headers.get('location');
      if (location === null) return { page: await response.text() };
      const to = new URL(location);
      if (to.origin !== action.origin) return { back: to };
      response = await this.provider.request(to.pathname + to.search);
    }
  }

  /** Comes back to the portal; answers the status of the callback. */
  async arrive(back: URL | undefined): Promise<number> {
    if (!back) throw new Error('Keycloak did not send the browser back');
    return (await this.portal.request(back.pathname + back.search)).status;
  }

  async signIn(username: string, password: string): Promise<number> {
    return this.arrive((await this.send(await this.begin(), { username, password })).back);
  }

  /** What the service behind the gateway learnt. */
  plans() {
    return this.portal.json('/api/v1/plans');
  }
}
