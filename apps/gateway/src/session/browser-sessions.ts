import { DomainError, type Clock } from '@lien-ket/kernel';
import { BoundedMap } from '../bounded-map.js';
import { secret, sha256 } from '../chance.adapter.js';
import { SignInRefused, type OidcClient, type Tokens } from './oidc-client.js';

/** What a browser's cookie stands for. The tokens never leave the server. */
export interface BrowserSession {
  readonly csrf: string;
  readonly accessToken: string;
  /** Milliseconds. */
  readonly accessUntil: number;
  readonly refreshToken?: string;
  readonly idToken?: string;
}

/** Where sessions are kept, by the hash of the cookie's id: who reads the store can't be anybody. */
export interface SessionStore {
  get(key: string): Promise<BrowserSession | undefined>;
  put(key: string, session: BrowserSession): Promise<void>;
  delete(key: string): Promise<void>;
}

/** As long as the provider's own session; a browser that is left open signs in anew the next working day. */
export const SESSION_SECONDS = 12 * 3600;
const REFRESH_BEFORE_MS = 30_000;

/** In this process only, bounded: after a restart the browser signs in again, mostly unseen. */
export class MemorySessionStore implements SessionStore {
  private readonly sessions: BoundedMap<BrowserSession>;

  constructor(
    private readonly clock: Pick<Clock, 'now'>,
    max = 20_000,
  ) {
    this.sessions = new BoundedMap(max);
  }

  async get(key: string): Promise<BrowserSession | undefined> {
    return this.sessions.get(key, this.now());
  }
  async put(key: string, session: BrowserSession): Promise<void> {
    this.sessions.set(key, session, this.now() + SESSION_SECONDS * 1000, this.now());
  }
  async delete(key: string): Promise<void> {
    this.sessions.delete(key);
  }

  private now(): number {
    return Date.parse(this.clock.now());
  }
}

export class BrowserSessions {
  private readonly refreshing = new Map<string, Promise<BrowserSession>>();

  constructor(
    private readonly store: SessionStore,
    private readonly client: OidcClient,
    private readonly clock: Pick<Clock, 'now'>,
  ) {}

  /** A new session for these tokens; answers the id for the cookie. */
  async open(tokens: Tokens): Promise<string> {
    const id = secret();
    await this.store.put(sha256(id), this.sessionOf(tokens, secret()));
    return id;
  }

  /** The session of a cookie, without touching its tokens. */
  find(id: string): Promise<BrowserSession | undefined> {
    return this.store.get(sha256(id));
  }

  /** The session with a token that is good for a while yet. @throws DomainError token.expired when it cannot be had */
  async fresh(id: string): Promise<BrowserSession | undefined> {
    const key = sha256(id);
    const session = await this.store.get(key);
    if (!session || session.accessUntil - REFRESH_BEFORE_MS > Date.parse(this.clock.now())) return session;
    // One at a time: a refresh token is good once, and using it twice ends the whole sign-in.
    const running = this.refreshing.get(key) ?? this.refresh(key, session);
    this.refreshing.set(key, running);
    try {
      return await running;
    } finally {
      if (this.refreshing.get(key) === running) this.refreshing.delete(key);
    }
  }

  /** Ends the session here and its tokens at the provider; answers where the provider's own session is ended. */
  async close(id: string, returnTo: string): Promise<string | undefined> {
    const key = sha256(id);
    await this.refreshing.get(key)?.catch(() => undefined);
    const session = await this.store.get(key);
    await this.store.delete(key);
    if (session?.refreshToken !== undefined) await this.client.revoke(session.refreshToken);
    return this.client.endSessionUrl(session?.idToken, returnTo).catch(() => undefined);
  }

  private async refresh(key: string, session: BrowserSession): Promise<BrowserSession> {
    try {
      if (session.refreshToken === undefined) throw new SignInRefused('no refresh token');
      const tokens = await this.client.refresh(session.refreshToken);
      const renewed = { ...session, ...this.sessionOf(tokens, session.csrf) };
      await this.store.put(key, renewed);
      return renewed;
    } catch (error) {
      if (!(error instanceof SignInRefused)) throw error;
      await this.store.delete(key);
      throw new DomainError('unauthenticated', 'token.expired');
    }
  }

  private sessionOf(tokens: Tokens, csrf: string): BrowserSession {
    return {
      csrf,
      accessToken: tokens.access_token,
      accessUntil: Date.parse(this.clock.now()) + tokens.expires_in * 1000,
      ...(tokens.refresh_token === undefined ? {} : { refreshToken: tokens.refresh_token }),
      ...(tokens.id_token === undefined ? {} : { idToken: tokens.id_token }),
    };
  }
}
