import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem, type } from 'node:os';
import { ROOT } from '../files.mjs';

const BUSY = 1.5;
const PAGE = `${ROOT}docs/benchmarks.md`;
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
writes nothing, \`npm run bench -- cluster\` the last section. Figures of different machines cannot be compared; the ratios of one run can.
`;

const METHOD = `## How it is measured

* All sides of a comparison run in turns within one run, the order alternating (5 turns unless the table says
  otherwise, after one that does not count). Rates are medians; a ratio is the median of the ratios of the single turns.
* The store runs on an embedded PostgreSQL with the platform's settings and fsync on, in the system's folder for
  temporary files. The raw INSERT is a prepared statement (of 10 rows where an append has 10) into a table with the same
  columns and indexes that checks nothing. Each writer of the store has a stream of its own and states its expected
  revision.
* emmett is \`@event-driven-io/emmett-postgresql\` 0.42.0 as shipped, with 16 connections, in a process of its own and a
  database of its own in the same server; its writers too state their expected version. Its consumer reads, and its
  rebuild folds, a log of 2,000 events written one after the other: it sorts the whole log for each batch, so a short log
  is kinder to it, and of events written at the same time it leaves some out.
* A slower flush is \`commit_delay\` of 2 ms with \`commit_siblings = 0\`: the server waits so long before each flush of its
  log, under the same lock as the flush. It stands for a slower disk; it is not one.
* Processor time: all processes of the server and the client process, per event.
* COPY sends the same columns in binary, read with \`pg-copy-streams\`, its bytes counted and thrown away. A cursor fetches
  1,000 rows at a time through node-postgres. The replay is \`log()\` of the store, of which sequence, stream, revision
  and type are read; in the second row header and data are parsed as well. The rebuild folds into a document per stream,
  rows and cursor in one transaction.
* Memory of a replay: the most that a process ever held which only replays, Node and libraries included.
* Lag runs from the call of \`append\` until the projection's rows and cursor are committed, percentiles over all appends;
  with emmett, until its handler has the event.
* Lists as of a day: 1,000 plans, each issued, amended four times and corrected once; 1,000 activities of 40 plans that were
  amended twice, with two entries each. Asked for by both clocks; the median of 100 pages beside that of 100 pages of today's
  list.
* The audit log: leaves, tiles and heads as the sequencer stores them; an append beside it is one of a command, while the
  sequencer never pauses (the platform's makes leaves every ten seconds). Bundles and proofs are made as the API makes
  them, checkpoint and its signature included, without witnesses, and each bundle is verified. Offline: root, chain of
  each stream and heads from a file of leaves, in a process of its own.
* HTTP: 16 connections kept alive, one request at a time on each. The command records a document through sign-in, rights,
  contracts, decider and store; the bare route only parses JSON and answers JSON. Projections, messages and audit run
  meanwhile.
* Start: from the launch of \`tools/start.mjs\` (what \`npm start\` runs), installed and built, until the address is printed.
* Memory: sum of the PSS of the platform and all processes of its PostgreSQL; the launcher, which only waits, is named
  apart. Telemetry off.
`;

const CLUSTER = '## On separate processes';
const CLUSTER_METHOD = `* Written by \`npm run bench -- cluster\` (Java 17, Maven): what \`npm run cluster\` starts, with its demonstration, one Kafka
  broker, the load generator and all processes on the same machine.
* A commit is an activity of a province that it shares with HCMC, appended by the real store, in turn in every
  province. Open loop: each has its time whether those before are done or not; the wait runs from that time until
  the rows of HCMC's overview are committed, looked at every 5 ms. A rate is steady when p99 is at most 5 s and the last
  quarter of its commits waits at most 250 ms longer than the second quarter, in the median.
* Relay and consumer: the log as outbox, cursor, sender, subscription, decoding, inbox and one handler, in one process
  while the services stand still; kafkajs alone sends and counts the same messages, as many per send, with the same
  acknowledgements. One partition each.
* Noise: ten times a second the poisoned tenant gets a message that nobody can read and a difficulty that its
  notification's handler refuses, tries again and parks. Ratio and difference are those of the p99 over all other tenants.
* Memory: PSS of each process. Start: from when the first process is launched until all say that they are ready.
`;

/** What the other bench has written stays. */
export function writePage(figures, facts) {
  const [, cluster] = sections();
  write(`${ABOUT}\n${facts.join('\n')}\n\n${tableOf(figures)}\n\n${METHOD}`, cluster);
}

export function writeClusterPart(figures, facts) {
  const [page] = sections();
  write(page, `${CLUSTER}\n\n${facts.join('\n')}\n\n${tableOf(figures)}\n\n${CLUSTER_METHOD}`);
}

function tableOf(figures) {
  const rows = figures.map(
    (row) => `| ${row.what} | ${row.value} | ${row.beside} | ${row.aim} | ${mark(row)} |`,
  );
  return ['| What | Figure | Beside | Aim | |', '|---|---|---|---|---|', ...rows].join('\n');
}

/** The page without, and the section of, the separate processes. */
function sections() {
  const text = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : ABOUT;
  const at = text.indexOf(CLUSTER);
  return at < 0 ? [text, ''] : [text.slice(0, at).trimEnd() + '\n', text.slice(at)];
}

function write(page, cluster) {
  mkdirSync(`${ROOT}docs`, { recursive: true });
  writeFileSync(PAGE, cluster === '' ? page : `${page}\n${cluster}`);
  console.log('→ docs/benchmarks.md');
}
