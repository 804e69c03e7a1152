import { loadavg } from 'node:os';
import { step } from '../run.mjs';
import { Anchor, installAnchor } from './anchor-process.mjs';
import { asOfFigures } from './as-of.mjs';
import { appendFigures } from './append.mjs';
import { lagFigures } from './lag.mjs';
import { platformFigures } from './platform-figures.mjs';
import { proofFigures } from './proof.mjs';
import { replayFigures } from './replay.mjs';
import { machineFacts, printTable, writePage } from './report.mjs';
import { openBench, postgresVersion } from './store.mjs';

const TENANTS = ['append', 'replay', 'lag', 'proof', 'asof'];

/** Runs the parts; the page is written only when all of them were measured. */
export async function measure(parts) {
  const load = loadavg()[0];
  const began = performance.now();
  const figures = [];
  const add = async (title, work) => {
    await step(title, async () => figures.push(...(await work())) > 0);
  };
  const bench = await openBench(TENANTS);
  const facts = machineFacts(await postgresVersion(bench, 'append'), load);
  const missing = installAnchor();
  if (missing) facts.push(missing);
  /** Each part has its own database for emmett, so that none reads what another has written. */
  const beside = async (name, work) => {
    const anchor = missing ? undefined : await Anchor.start(await bench.database(`emmett_${name}`));
    const figuresOf = await work(bench, name, anchor);
    anchor?.stop();
    return figuresOf;
  };
  try {
    await add('Ghi sự kiện (append)', () => beside('append', appendFigures));
    await add('Đọc lại (replay)', () => beside('replay', replayFigures));
    await add('Độ trễ (lag)', () => beside('lag', lagFigures));
    await add('Danh sách theo ngày (lists as of a day)', () => asOfFigures(bench, 'asof'));
    await add('Nhật ký kiểm toán (the audit log)', () => proofFigures(bench, 'proof'));
  } finally {
    await bench.close();
  }
  if (parts.includes('platform'))
    await add('Nền tảng (the platform: start, memory, HTTP)', () => platformFigures());
  const seconds = Math.round((performance.now() - began) / 1000);
  printTable(figures, facts);
  if (parts.includes('platform')) writePage(figures, [...facts, `The whole bench took ${seconds} s.`]);
  return 0;
}
