import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem, type } from 'node:os';
import { ROOT } from '../files.mjs';

const BUSY = 1.5;
const mark = ({ well }) => (well === undefined ? '' : well ? '✓' : '✗');

export function machineFacts(postgres, load) {
  const memory = Math.round(totalmem() / 2 ** 30);
  const machine = `${type()}, ${cpus().length} cores, ${memory} GiB memory`;
  const noise =
    load > BUSY
      ? ' **Other programs were at work on the machine (load above 1.5): the figures are noisy, and absolute ones too low.**'
      : '';
  return [
    `${machine}, Node ${process.versions.node}, PostgreSQL ${postgres} (embedded, durable: fsync on).`,
    `Load average before the bench: ${load.toFixed(2)}.${noise}`,
  ];
}

export function printTable(figures, facts) {
  const rows = figures.map((row) => [row.what, row.value, row.beside, row.aim, mark(row)]);
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  console.log('');
  for (const row of rows) console.log(row.map((cell, column) => cell.padEnd(widths[column])).join('  '));
  console.log(`\n${facts.join('\n')}`);
}

const ABOUT = `# Benchmarks

Written by \`npm run bench\`; not to be edited by hand. \`npm run bench -- store\` measures the event store alone and
writes nothing. Figures of different machines cannot be compared; the ratios of one run can.
`;

const METHOD = `## How it is measured

* Both sides of a comparison run in turns within one run, the order alternating (7 turns for appends and replay, 5 for the
  rest unless the table says otherwise). Rates are medians; a ratio is the median of the ratios of the single turns.
* The store runs on an embedded PostgreSQL with the platform's settings and fsync on, in the system's folder for
  temporary files. The raw INSERT is a prepared statement into a table with the same columns and indexes that checks
  nothing. Each writer of the store has a stream of its own and states its expected revision.
* COPY sends the same columns in binary; its bytes are counted and thrown away. The replay is \`log()\` of the store:
  parsed events.
* Lag runs from the call of \`append\` until the projection's rows and cursor are committed, percentiles over all appends.
* HTTP: 16 connections kept alive, one request at a time on each. The command records a document through sign-in, rights,
  contracts, decider and store; the bare route only parses JSON and answers JSON. Projections, messages and audit run
  meanwhile.
* Start: from the launch of \`tools/start.mjs\` (what \`npm start\` runs), installed and built, until the address is printed.
* Memory: sum of the PSS of the platform and all processes of its PostgreSQL; the launcher, which only waits, is named
  apart. Telemetry off.
`;

export function writePage(figures, facts) {
  const rows = figures.map(
    (row) => `| ${row.what} | ${row.value} | ${row.beside} | ${row.aim} | ${mark(row)} |`,
  );
  const table = ['| What | Figure | Beside | Aim | |', '|---|---|---|---|---|', ...rows].join('\n');
  mkdirSync(`${ROOT}docs`, { recursive: true });
  writeFileSync(`${ROOT}docs/benchmarks.md`, `${ABOUT}\n${facts.join('\n')}\n\n${table}\n\n${METHOD}`);
  console.log('→ docs/benchmarks.md');
}
