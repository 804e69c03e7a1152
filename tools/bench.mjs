// `npm run bench`: measures the platform on this machine and writes docs/benchmarks.md. `npm run bench -- store` measures
// the event store only and writes nothing, `npm run bench -- cluster` the services as separate processes (its section of the
// page; with `--quick` in little, and writes nothing).
import './node-version.mjs';
import { build, install } from './prepare.mjs';

const PARTS = ['store', 'platform'];

async function main(args) {
  const cluster = args[0] === 'cluster';
  const unknown = cluster
    ? args.slice(1).find((arg) => arg !== '--quick')
    : args.find((arg) => arg !== 'store');
  if (unknown !== undefined) {
    console.error(
      `Không có phần đo "${unknown}" (no such part). Có / there is: npm run bench [-- store | cluster [--quick]]`,
    );
    return 2;
  }
  if (!(await install()) || !(await build())) return 1;
  if (cluster) {
    const { measureCluster } = await import('./bench/cluster.mjs');
    return measureCluster({ quick: args.includes('--quick') });
  }
  const { measure } = await import('./bench/measure.mjs');
  return measure(args.length > 0 ? args : PARTS);
}

main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
