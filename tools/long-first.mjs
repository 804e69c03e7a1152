// The order of specs in one Jest: those that are known to be long first, so that no worker ends with one of them alone.
export const LONG = [
  'simulation.',
  'erased.e2e',
  'portal.pages.browser',
  'drivers.e2e',
  'portal.forms.browser',
  'abolished.e2e',
  'privacy.e2e',
  'keycloak.oidc',
  'portal.flows.browser',
  'stress.int',
  'backup.int',
  'move.int',
  'forgeries.int',
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
