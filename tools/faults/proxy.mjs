// A TCP proxy that can do to connections what networks do: reset them, take and never answer, be slow, or carry one way.
import { createConnection, createServer } from 'node:net';

/** What happens to the bytes: `up` is towards the server, `down` towards the client. */
export const HEALTHY = { refuse: false, latencyMs: 0, up: true, down: true };

export class Proxy {
  #server;
  #mode = HEALTHY;
  #pairs = new Set();

  constructor(port, target) {
    this.port = port;
    this.target = target;
  }

  listen() {
    this.#server = createServer({ allowHalfOpen: true }, (client) => this.#join(client));
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(this.port, '127.0.0.1', resolve);
    });
  }

  set(mode) {
    this.#mode = { ...HEALTHY, ...mode };
  }

  /** Every connection ends with a reset, as when a firewall forgets them. */
  reset() {
    for (const { client, server } of this.#pairs) {
      client.resetAndDestroy();
      server.destroy();
    }
  }

  async close() {
    this.reset();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #join(client) {
    if (this.#mode.refuse) return void client.resetAndDestroy();
    const server = createConnection({ port: this.target, host: '127.0.0.1', allowHalfOpen: true });
    const pair = { client, server };
    this.#pairs.add(pair);
    this.#carry(client, server, 'up');
    this.#carry(server, client, 'down');
    const gone = () => {
      this.#pairs.delete(pair);
      client.destroy();
      server.destroy();
    };
    for (const socket of [client, server]) socket.on('error', gone).on('close', gone);
  }

  #carry(from, to, direction) {
    let line = Promise.resolve();
    from.on('data', (chunk) => {
      const { latencyMs } = this.#mode;
      if (!this.#mode[direction]) return;
      line = line.then(async () => {
        if (latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, latencyMs));
        if (!to.destroyed) to.write(chunk);
      });
    });
    from.on('end', () => void line.then(() => to.end()));
  }
}
