import { createServer, type Server } from 'node:net';
import { freePort } from './free-port.adapter.js';

const listening = (port: number): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });

test('one can listen on each, and none is of those that a system gives to who connects', async () => {
  const servers: Server[] = [];
  for (let count = 0; count < 50; count += 1) {
    const port = await freePort();
    expect(port).toBeLessThan(32_768);
    servers.push(await listening(port));
  }
  expect(new Set(servers.map((server) => JSON.stringify(server.address()))).size).toBe(50);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
});
