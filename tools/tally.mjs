/** Counts of one Jest run, from its JSON results (undefined when it died before writing them) and its exit code. */
export function tallyOf(results, code) {
  if (!results) return { passed: 0, failed: 1, skipped: 0, ran: 0, skippedNames: [], faults: [] };
  const { numPassedTests: passed, numFailedTests, numRuntimeErrorTestSuites } = results;
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  const skipped = results.numPendingTests + results.numTodoTests;
  // Jest also fails for what is no test: a worker that died, an obsolete snapshot.
  return {
    passed,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped,
    ran: passed + numFailedTests,
    skippedNames: skippedNames(results),
    faults: faultsOf(results),
  };
}

const COLOURS = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');
const LINES = 8;

/** Of each test that failed its name and the first lines of why; a file that could not run at all says so itself. */
function faultsOf({ testResults }) {
  return testResults.flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    const told = failed.map(({ fullName, failureMessages }) => [fullName, failureMessages.join('\n')]);
    const all = told.length > 0 || !message ? told : [['', message]];
    return all.map(([title, why]) => `${name} ${title}\n${firstLines(why)}`);
  });
}

function firstLines(text) {
  const lines = text.replace(COLOURS, '').split('\n');
  return lines
    .filter((line) => line.trim() !== '')
    .slice(0, LINES)
    .map((line) => `    ${line.slice(0, 300)}`)
    .join('\n');
}

function skippedNames({ testResults }) {
  return testResults.flatMap(({ assertionResults }) =>
    assertionResults
      .filter(({ status }) => ['pending', 'todo'].includes(status))
      .map(({ fullName }) => fullName),
  );
}

export const NOTHING = { passed: 0, failed: 0, skipped: 0, ran: 0, skippedNames: [], faults: [] };

export function add(one, other) {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
    ran: one.ran + other.ran,
    skippedNames: [...one.skippedNames, ...other.skippedNames],
    faults: [...one.faults, ...other.faults],
  };
}

/** The closing line and the exit code. With `requireAll` each skip is a failure; a run without a test is one too. */
export function verdict(total, requireAll) {
  const skipped = requireAll ? 0 : total.skipped;
  const failed = total.failed + (total.skipped - skipped);
  return {
    line: `${total.passed} passed, ${failed} failed, ${skipped} skipped`,
    code: failed > 0 || total.ran === 0 ? 1 : 0,
  };
}
