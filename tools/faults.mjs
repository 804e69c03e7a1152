// `npm run faults`: every kind of fault on real processes, one after the other; writes docs/faults.md. Needs Java 17 and Maven.
import './node-version.mjs';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './files.mjs';
import { freePort } from './free-port.mjs';
import { cells, chosenCells } from './faults/cells.mjs';
import { openField, resultOf, tableOf } from './faults/run.mjs';

const HELP = `npm run faults [-- <tùy chọn / options>]

  --chosen        chỉ mười lỗi chọn sẵn (ten of them)
  --only <chữ>    các ô có chữ này (cells whose name holds it)
  --brokers N     số máy Kafka, mặc định 1 (Kafka brokers)
`;

const say = (line) => console.log(line);

function optionsOf(args) {
  const options = { chosen: false, only: '', brokers: 1 };
  for (let index = 0; index < args.length; index += 1) {
    if (args[index] === '--chosen') options.chosen = true;
    else if (args[index] === '--only') options.only = args[(index += 1)] ?? '';
    else if (args[index] === '--brokers') options.brokers = Number(args[(index += 1)]);
    else return undefined;
  }
  return Number.isInteger(options.brokers) && options.brokers > 0 ? options : undefined;
}

async function main(args) {
  const options = optionsOf(args);
  if (!options) return void (console.log(HELP), (process.exitCode = args.includes('--help') ? 0 : 2));
  const { install, build } = await import('./prepare.mjs');
  if (!(await install()) || !(await build())) return void (process.exitCode = 1);
  const directory = mkdtempSync(join(tmpdir(), 'lien-ket-faults-'));
  const field = await openField({
    directory,
    port: await freePort(),
    brokers: options.brokers,
    fillable: true,
    progress: say,
  });
  const wanted = (options.chosen ? chosenCells() : cells()).filter(({ fault, target }) =>
    `${fault} ${target}`.includes(options.only),
  );
  const isWhole = !options.chosen && options.only === '';
  const results = [];
  try {
    for (const cell of wanted) {
      const result = await resultOf(field, cell);
      results.push(result);
      const { acknowledged, again, recoveredMs, faults } = result;
      const verdict = faults.length === 0 ? '✓' : `✗ ${faults.join('; ')}`;
      say(`${cell.fault} · ${cell.target}: ${acknowledged} (+${again}), ${recoveredMs} ms ${verdict}`);
      // After each: a run that is cut short leaves what it saw.
      if (isWhole)
        writeFileSync(join(ROOT, 'docs/faults.md'), tableOf(results, facts(results.length, wanted.length)));
    }
  } finally {
    await field.close();
    rmSync(directory, { recursive: true, force: true });
  }
  const harmed = results.filter(({ faults }) => faults.length > 0).length;
  say(`${results.length - harmed} passed, ${harmed} failed`);
  process.exitCode = harmed === 0 ? 0 : 1;
}

function facts(done, wanted) {
  const day = new Date().toISOString().slice(0, 10);
  return `${done} of ${wanted} cells, ${day}, ${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node.js ${process.version}.`;
}

main(process.argv.slice(2)).catch((error) => {
  console.error(`✗ ${error.stack}`);
  process.exit(1);
});
