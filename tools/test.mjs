// `npm test [-- <part of a path> …]`: everything that can run here, in order, whatever fails before it. Its last line is
// `N passed, N failed, N skipped`; each check of the text (format, types, lint) counts as one test.
import './node-version.mjs';
import { CHECKS } from './checks.mjs';
import { build, install } from './prepare.mjs';
import { step } from './run.mjs';
import { joined, pools, runSpecs, specsOf, SUITES } from './suites.mjs';
import { add, NOTHING, verdict } from './tally.mjs';

const requireAll = process.env.REQUIRE_ALL === '1';
const oneOf = (well) => ({ ...NOTHING, passed: well ? 1 : 0, failed: well ? 0 : 1 });

async function check({ title, run }) {
  const well = await step(title, async () => (await run()).code === 0);
  return { ...oneOf(well), faults: well ? [] : [title] };
}

/** Each is one process that keeps one core busy, so two run at a time; those that need compiled types after these. */
async function checkAll() {
  let total = NOTHING;
  for (const needsTypes of [false, true]) {
    const waiting = CHECKS.filter((each) => Boolean(each.needsTypes) === needsTypes);
    const lane = async () => {
      for (let each = waiting.shift(); each; each = waiting.shift()) {
        const one = await check(each);
        total = add(total, one);
      }
    };
    await Promise.all([lane(), lane()]);
  }
  return total;
}

/** Spec files of a suite that lacks what it needs: each counts as skipped. */
function skip(suite, specs, missing) {
  console.log(`○ ${suite.name}: bỏ qua, thiếu / skipped, needs ${missing}`);
  return { ...NOTHING, skipped: specs.length, skippedNames: specs };
}

async function runSpecsOf(suite, specs) {
  let tally = NOTHING;
  if (suite.built && !(await build())) return oneOf(false);
  await step(`Bài thử (specs): ${suite.name}`, async () => {
    tally = await runSpecs(suite, specs);
    return tally.failed === 0;
  });
  return tally;
}

/** The suites of a pool: those that can run as one, each that can't is skipped. */
async function runPool(suites, patterns) {
  let total = NOTHING;
  const able = [];
  for (const suite of suites) {
    const specs = specsOf(suite, patterns);
    const missing = specs.length > 0 && suite.missing?.();
    if (missing) total = add(total, skip(suite, specs, missing));
    else if (specs.length > 0) able.push({ suite, specs });
  }
  if (able.length === 0) return total;
  const suite = joined(able.map((one) => one.suite));
  return add(
    total,
    await runSpecsOf(
      suite,
      able.flatMap(({ specs }) => specs),
    ),
  );
}

async function runAll(patterns) {
  if (!(await install())) return oneOf(false);
  let total = NOTHING;
  // Whoever asks for some specs only wants those.
  if (patterns.length === 0) total = await checkAll();
  for (const pool of pools(SUITES.filter(({ absent }) => !absent?.())))
    total = add(total, await runPool(pool, patterns));
  return total;
}

function report(total) {
  if (total.skippedNames.length > 0) {
    const why = requireAll ? 'REQUIRE_ALL=1: bỏ qua là hỏng (a skip is a failure)' : 'Bỏ qua (skipped)';
    console.log(`${why}:\n${total.skippedNames.map((name) => `  ${name}`).join('\n')}`);
  }
  if (total.ran === 0) console.log('Không bài thử nào được chạy (no test was executed)');
  if (total.faults.length > 0) console.log(`Hỏng (failed):\n${total.faults.join('\n')}`);
  const { line, code } = verdict(total, requireAll);
  console.log(line);
  return code;
}

const patterns = process.argv.slice(2);
const option = patterns.find((pattern) => pattern.startsWith('-'));
if (option) {
  console.error(`Không có tùy chọn "${option}" (there is no such option): npm test [-- <part of a path> …]`);
  process.exitCode = 2;
} else {
  process.exitCode = report(await runAll(patterns));
}
