import pg from 'pg';
import { PreparedTexts } from './prepared.js';

type Send = (...args: unknown[]) => Promise<unknown>;

const NOTHING = { command: '', rows: [], rowCount: 0 };
/** What has no answer that anybody waits for. */
const HELD = /^(START TRANSACTION|SAVEPOINT \w+|RELEASE SAVEPOINT \w+)$/;

/**
 * A client whose START TRANSACTION waits for the first statement of the transaction and leaves with it, in one write: a
 * transaction costs one round trip less, and one within it two. It can only fail as the statement behind it does, which
 * is awaited: at last the COMMIT. For pools with `pipeline`, where a statement is written before the one in front of it
 * has been answered.
 */
export class HeldBeginClient extends pg.Client {
  private isHeld = false;
  private readonly texts = new PreparedTexts();

  constructor(config?: pg.ClientConfig) {
    super(config);
    // A connection cut between two statements says so when the next one is sent; an event nobody hears ends the process.
    this.on('error', () => undefined);
    const send = this.query.bind(this) as Send;
    this.query = ((...args: unknown[]) => this.written(send, args)) as pg.Client['query'];
  }

  private written(send: Send, args: readonly unknown[]): Promise<unknown> {
    if (typeof args[0] === 'string' && HELD.test(args[0])) {
      if (!this.isHeld) this.connection.stream.cork();
      this.isHeld = true;
      send(...args).catch(() => undefined);
      return Promise.resolve(NOTHING);
    }
    const answer = send(...this.named(args));
    if (this.isHeld) this.connection.stream.uncork();
    this.isHeld = false;
    return answer;
  }

  /** A text with values that this connection has sent before goes by the name of its prepared statement. */
  private named([text, values, ...rest]: readonly unknown[]): readonly unknown[] {
    const name =
      typeof text === 'string' && Array.isArray(values) && values.length > 0
        ? this.texts.nameOf(text)
        : undefined;
    return name === undefined ? [text, values, ...rest] : [{ name, text, values }, ...rest];
  }
}
