// 4. to 6. The running platform: start, memory, commands over HTTP.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { figure, median, pause } from './figures.mjs';
import { httpFigures } from './http.mjs';
import { launch } from './launch.mjs';

const TURNS = 5;
/** Loading the demonstration takes long; the whole bench has four minutes. */
const DEMO_TURNS = 3;
const IDLE_MS = 40_000;
const AFTER_LOAD_MS = 5_000;

export async function platformFigures() {
  const folder = mkdtempSync(join(tmpdir(), 'lk-bench-'));
  chmodSync(folder, 0o755);
  try {
    const starts = await startFigures(folder);
    const platform = await launch(join(folder, 'demo-0'));
    try {
      await pause(IDLE_MS);
      const idle = memoryFigure('memory idle, 40 s after a warm start', platform.memory(), 256);
      const http = await httpFigures(platform);
      await pause(AFTER_LOAD_MS);
      return [...http, ...starts, idle, memoryFigure('memory after the HTTP load', platform.memory(), 350)];
    } finally {
      await platform.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startFigures(folder) {
  const seconds = { demo: [], empty: [], warm: [] };
  const start = async (kind, name, args) => {
    const platform = await launch(join(folder, name), args);
    seconds[kind].push(platform.seconds);
    await platform.stop();
  };
  for (let turn = 0; turn < TURNS; turn += 1) {
    if (turn < DEMO_TURNS) await start('demo', `demo-${turn}`, []);
    const pair = [
      ['empty', `empty-${turn}`, ['--no-demo']],
      ['warm', 'demo-0', []],
    ];
    for (const one of turn % 2 === 0 ? pair : pair.reverse()) await start(...one);
  }
  return [
    startFigure('start from an empty directory with demonstration', seconds.demo, 12),
    startFigure('start from an empty directory, --no-demo', seconds.empty),
    startFigure('warm start with demonstration', seconds.warm, 3),
  ];
}

function startFigure(what, seconds, aim) {
  const value = median(seconds);
  const range = `${Math.min(...seconds).toFixed(1)} to ${Math.max(...seconds).toFixed(1)} s`;
  return figure(what, `${value.toFixed(1)} s`, {
    beside: `${seconds.length} starts, ${range}`,
    ...(aim === undefined ? {} : { aim: `≤ ${aim} s`, well: value <= aim }),
  });
}

function memoryFigure(what, memory, aim) {
  if (memory === undefined) return figure(what, '–', { beside: 'told by Linux only', aim: `≤ ${aim} MB` });
  const { node, postgres, backends, launcher } = memory;
  const sum = node + postgres;
  return figure(what, `${sum.toFixed(0)} MB`, {
    beside: `node ${node.toFixed(0)}, PostgreSQL ${postgres.toFixed(0)} in ${backends} processes; launcher ${launcher.toFixed(0)} apart`,
    aim: `≤ ${aim} MB`,
    well: sum <= aim,
  });
}
