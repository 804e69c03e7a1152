// Who may import whom: the one source. ESLint's module boundaries, the owned-imports rule, the repository spec and the
// canary all read these tables. Tags stand in each package.json under "nx".

const LIBS = [
  'kernel',
  'contracts',
  'calendar',
  'plan-acts',
  'event-store',
  'messaging',
  'read-model',
  'vault',
  'audit-log',
  'telemetry',
  'service',
  'access',
  'runtime',
].map((name) => `lib:${name}`);
const SERVICES = ['agreement', 'activity', 'reporting', 'notification', 'audit', 'relay'].map(
  (name) => `app:${name}`,
);
const lib = (...names) => names.map((name) => `lib:${name}`);

/** The five stores' libs meet in types of the kernel and never import each other. */
const STORE_LIBS = lib('event-store', 'messaging', 'read-model', 'vault', 'audit-log');

/** Tag → tags it may import. A package whose tag is missing here can import nothing of ours. */
export const MAY_IMPORT = {
  'lib:kernel': [],
  'lib:contracts': lib('kernel', 'calendar'),
  'lib:calendar': lib('kernel'),
  'lib:plan-acts': lib('kernel', 'contracts'),
  ...Object.fromEntries(STORE_LIBS.map((tag) => [tag, lib('kernel', 'contracts', 'telemetry')])),
  'lib:telemetry': lib('kernel'),
  'lib:service': lib('kernel', 'contracts', 'calendar', 'telemetry'),
  'lib:access': lib('kernel', 'contracts', 'read-model', 'service'),
  'lib:runtime': lib(
    'kernel',
    'contracts',
    'event-store',
    'messaging',
    'read-model',
    'vault',
    'access',
    'service',
    'telemetry',
  ),
  'lib:testing': [...LIBS, ...SERVICES, 'app:gateway', 'app:platform'],
  ...Object.fromEntries(SERVICES.map((tag) => [tag, LIBS])),
  'app:gateway': lib('kernel', 'contracts', 'calendar', 'service', 'telemetry', 'access'),
  'app:portal': lib('kernel', 'contracts', 'calendar', 'audit-log', 'plan-acts'),
  'app:platform': [...LIBS, ...SERVICES, 'app:gateway'],
  'app:e2e': [...LIBS, ...SERVICES, 'app:gateway', 'app:platform'],
};

/** Libs that are pure: their code outside specs imports no npm package at all. */
const PURE = ['lib:kernel', 'lib:calendar', 'lib:plan-acts'];

/** The options of @nx/enforce-module-boundaries; specs may also import the testing lib. */
export function moduleBoundaries({ specs }) {
  const depConstraints = Object.entries(MAY_IMPORT).map(([sourceTag, tags]) => ({
    sourceTag,
    onlyDependOnLibsWithTags: specs ? [...tags, 'lib:testing'] : tags,
    ...(PURE.includes(sourceTag) && !specs ? { allowedExternalImports: [] } : {}),
  }));
  // A lib's spec uses the testing lib, which uses that lib: a circle of projects, never of files at run time.
  const ignoredCircularDependencies = [['@lien-ket/testing', '*']];
  return { depConstraints, ignoredCircularDependencies, allow: [] };
}

const SPEC = /\.spec\.tsx?$|^libs\/testing\/|^apps\/e2e\//;
const TOOLS = /^tools\/|^[^/]+\.mjs$/;
const MIGRATION = /\/migrations\//;

/** Modules that only some files may import. Paths are relative to the root; `within` limits the rule to some files. */
export const OWNED_IMPORTS = [
  {
    module: /^pg($|\/|-)/,
    allowed: [/^libs\/(read-model|event-store)\//, /^apps\/platform\//, SPEC, TOOLS],
    why: 'SQL is spoken by read-model, event-store and platform only',
  },
  {
    module: /^kafkajs($|\/)/,
    allowed: [/^libs\/messaging\//, SPEC, TOOLS],
    why: 'Kafka is spoken by libs/messaging only',
  },
  {
    module: /^@kurrent\//,
    allowed: [/^libs\/event-store\/src\/kurrent\/client\.adapter\.ts$/, /^libs\/testing\/src\/kurrent\//],
    why: 'KurrentDB is spoken by one file of libs/event-store, and by its double for the specs',
  },
  {
    module: /^typeorm($|\/)/,
    allowed: [
      /^libs\/read-model\//,
      /^(apps|libs)\/[^/]+\/.*\.(rows|projection|queries)\.ts$/,
      MIGRATION,
      SPEC,
      TOOLS,
    ],
    why: 'TypeORM belongs into *.rows.ts, *.projection.ts, *.queries.ts, migrations and libs/read-model',
  },
  {
    module: /^(node:)?process$/,
    allowed: [/\.config\.ts$/, TOOLS],
    why: 'the environment is read in *.config.ts only',
  },
  {
    within: /^libs\/kernel\/src\/(?!.*\.spec\.ts$)/,
    module: /^(?!\.{1,2}\/|node:crypto$)/,
    allowed: [],
    why: 'the kernel imports nothing but node:crypto',
  },
  {
    module:
      /^@lien-ket\/(agreement|activity|reporting|notification|audit|relay|gateway|platform|portal|e2e)($|\/(?!module$))/,
    allowed: [],
    why: 'of another app only its module: @lien-ket/<app>/module',
  },
];
