// A load generator that costs little itself: keep-alive sockets, one request at a time on each.
import { connect } from 'node:net';
import { secondsSince } from './figures.mjs';

/** Requests per second of POSTs to one port over `connections` sockets; every answer must be 2xx. */
export async function load({ port, connections, seconds, request }) {
  const began = performance.now();
  const until = began + seconds * 1000;
  const done = await Promise.all(
    Array.from({ length: connections }, () => oneSocket({ port, request, until })),
  );
  return done.reduce((sum, one) => sum + one, 0) / secondsSince(began);
}

function oneSocket({ port, request, until }) {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let [done, received] = [0, ''];
    const next = () => socket.write(textOf(port, request()));
    socket.on('connect', next);
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('the server closed the connection')));
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1');
      if (!isWhole(received)) return;
      if (!/^HTTP\/1\.1 2/.test(received)) return reject(new Error(`refused: ${received.slice(0, 1500)}`));
      [done, received] = [done + 1, ''];
      if (performance.now() < until) return next();
      resolve(done);
      socket.destroy();
    });
  });
}

function textOf(port, { path, headers, body }) {
  const lines = Object.entries({
    host: `127.0.0.1:${port}`,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return `POST ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`;
}

function isWhole(received) {
  const head = received.indexOf('\r\n\r\n');
  if (head < 0) return false;
  const length = /\r\ncontent-length: (\d+)/i.exec(received.slice(0, head))?.[1];
  return received.length >= head + 4 + Number(length ?? 0);
}
