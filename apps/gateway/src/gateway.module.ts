import 'reflect-metadata';
import { Inject, Injectable, Module, type DynamicModule, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Clock } from '@lien-ket/kernel';
import { addCatalogue } from '@lien-ket/service';
import type { FastifyInstance } from 'fastify';
import type { AccountStore } from './accounts/account-store.js';
import { forwardApi, type Ways } from './forward/forwarder.js';
import { gatewayMessages } from './gateway.messages.js';
import { mountGateway } from './gateway.mount.js';
import type { ProviderStore } from './oidc/provider-store.js';
import type { SigningKeys } from './oidc/signing-keys.js';
import type { Changes } from './portal/changes.js';
import { CHANGES, StreamController } from './portal/stream.controller.js';
import type { SessionStore } from './session/browser-sessions.js';

/** What both forms of the gateway need. */
export interface GatewayParts {
  /** Address people use: scheme, host, port; no slash at the end. */
  readonly publicUrl: string;
  readonly clock: Clock;
  /** Default: in this process, bounded. */
  readonly sessions?: SessionStore;
  /** Folder of the built portal; without it no page is served. */
  readonly portal?: string;
}

/** An OpenID provider elsewhere (`OIDC_ISSUER`): found by discovery. */
export interface OutsideProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Our own provider in this process. */
export interface OwnProvider {
  readonly accounts: AccountStore;
  readonly keys: SigningKeys;
  /** Default: in this process, bounded. */
  readonly store?: ProviderStore;
  readonly accessTokenSeconds?: number;
  /** A gateway in a process of its own that signs people in here; absent: this process is the gateway. */
  readonly gateway?: { readonly url: string; readonly secret: string };
  /** The password all demonstration accounts have; given only in the demonstration, opens the demo endpoints too. */
  readonly demoPassword?: string;
}

export interface EmbeddedGateway extends GatewayParts {
  readonly changes: Changes;
  readonly provider: OwnProvider | OutsideProvider;
}

export interface ForwardingGateway extends GatewayParts {
  readonly ways: Ways;
  readonly provider: OwnProvider | OutsideProvider;
}

const MOUNT = 'lk:gatewayMount';
type Mount = (fastify: FastifyInstance) => Promise<void>;

/** Puts everything that is not Nest's own on the server, after the services' routes and before it listens. */
@Injectable()
export class GatewayMount implements OnModuleInit {
  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(MOUNT) private readonly mount: Mount,
  ) {}

  onModuleInit(): Promise<void> {
    return this.mount(this.host.httpAdapter.getInstance<FastifyInstance>());
  }
}

@Module({})
export class GatewayModule {
  /** In one process with the services: their controllers answer `/api/v1`. */
  static embedded(parts: EmbeddedGateway): DynamicModule {
    const mount: Mount = (fastify) => mountGateway(fastify, parts);
    return gateway(mount, [{ provide: CHANGES, useValue: parts.changes }], [StreamController]);
  }

  /** Alone: `/api/v1` goes to the service that owns the path. */
  static forwarding(parts: ForwardingGateway): DynamicModule {
    return gateway(async (fastify) => {
      await mountGateway(fastify, parts);
      forwardApi(fastify, parts.ways);
    });
  }
}

function gateway(
  mount: Mount,
  providers: DynamicModule['providers'] = [],
  controllers: DynamicModule['controllers'] = [],
): DynamicModule {
  addCatalogue(gatewayMessages);
  return {
    module: GatewayModule,
    controllers,
    providers: [{ provide: MOUNT, useValue: mount }, GatewayMount, ...providers],
  };
}

export { memoryAccountRecords } from './accounts/account-store.js';
export type {
  AccountRecord,
  AccountRecords,
  AccountStore,
  Credentials,
  SignInAccount,
} from './accounts/account-store.js';
export { hashPassword } from './accounts/password.adapter.js';
export { PasswordAccounts } from './accounts/password-accounts.js';
export { OWNER_OF, SERVICES, type ServiceName } from './forward/forward.table.js';
export { issuerOf } from './oidc/embedded-provider.js';
export { MemoryProviderStore, type ProviderStore } from './oidc/provider-store.js';
export { publicKeysOf, type SigningKeys } from './oidc/signing-keys.js';
export type { Change, Changes } from './portal/changes.js';
export { MemorySessionStore, type BrowserSession, type SessionStore } from './session/browser-sessions.js';
