// The order of specs in one Jest: those that are known to be long first, so that no worker ends with one of them alone.
export const LONG = [
  'simulation.',
  'portal.pages.browser',
  'erased.e2e',
  'drivers.e2e',
  'keycloak.oidc',
  'abolished.e2e',
  'portal.forms.browser',
  'portal.flows.browser',
  'portal.erasures.browser',
  'proof.e2e',
  'portal.reports.browser',
  'portal.browser',
  'portal.registers.browser',
  'matrix.e2e',
  'backup.int',
  'stress.int',
  'forgeries.int',
  'move.int',
  'kurrent/faults.int',
  'runtime/src/replay.int',
];

export const place = (path) => {
  const at = LONG.findIndex((part) => path.includes(part));
  return at < 0 ? LONG.length : at;
};

export default class LongFirst {
  sort(tests) {
    return [...tests].sort((a, b) => place(a.path) - place(b.path) || (a.path < b.path ? -1 : 1));
  }

  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {}
}
