// `npm run check`: format, types, lint, unit specs, canaries, about a minute. Stops at the first step that fails and
// shows its output.
import './node-version.mjs';
import { CHECKS } from './checks.mjs';
import { install } from './prepare.mjs';
import { step } from './run.mjs';
import { runSpecs, specsOf, SUITES } from './suites.mjs';

const quiet = { quiet: true };
const steps = CHECKS.map(({ title, run }) => ({
  title,
  async run() {
    const { code, output } = await run(quiet);
    return { well: code === 0, output };
  },
}));
for (const suite of SUITES.filter(({ kind }) => kind === 'unit')) {
  steps.push({ title: `Bài thử (specs): ${suite.name}`, run: () => runSuite(suite) });
}

async function runSuite(suite) {
  const specs = specsOf(suite);
  if (specs.length === 0) return { well: true, output: '' };
  const { failed, output } = await runSpecs(suite, specs, quiet);
  return { well: failed === 0, output };
}

async function show({ title, run }) {
  return step(title, async () => {
    const { well, output } = await run();
    if (!well) console.log(output);
    return well;
  });
}

async function main() {
  if (!(await install())) return 1;
  for (const each of steps) if (!(await show(each))) return 1;
  return 0;
}

process.exitCode = (await step('Kiểm tra (check)', async () => (await main()) === 0)) ? 0 : 1;
