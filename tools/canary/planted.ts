/** A file that does not exist, and the one rule that must refuse it (none for a clean file). */
export interface Planted {
  readonly what: string;
  readonly path: string;
  readonly code: string;
  readonly rule?: string;
}

const BOUNDARY = '@nx/enforce-module-boundaries';
const CLOCK = 'house/no-clock-or-chance';
const OWNED = 'house/owned-imports';
const DECIDER = 'apps/agreement/src/plan/plan.decider.ts';

const lines = (count: number, line: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => line(n)).join('\n');
const longFunction = (count: number): string =>
  `export function long(): number[] {\n  const all: number[] = [];\n${lines(count - 4, (n) => `  all.push(${n});`)}\n  return all;\n}\n`;
const imports = (module: string): string =>
  `import { thing } from '${module}';\nexport const used = thing;\n`;
const uses = (expression: string): string => `export const used = ${expression};\n`;

const boundary = (path: string, module: string): Planted => ({
  what: `${path} imports ${module}`,
  path,
  code: imports(module),
  rule: BOUNDARY,
});
const clock = (expression: string): Planted => ({
  what: expression,
  path: DECIDER,
  code: uses(expression),
  rule: CLOCK,
});
const owned = (path: string, module: string): Planted => ({
  what: `${path} imports ${module}`,
  path,
  code: imports(module),
  rule: OWNED,
});

export const BOUNDARIES: readonly Planted[] = [
  boundary('libs/kernel/src/planted.ts', '../../contracts/src/index.js'),
  boundary('libs/calendar/src/planted.ts', '@lien-ket/contracts'),
  boundary('libs/calendar/src/planted.ts', 'zod'),
  boundary('libs/contracts/src/planted.ts', '@lien-ket/service'),
  boundary('libs/event-store/src/planted.ts', '@lien-ket/read-model'),
  boundary('libs/messaging/src/planted.ts', '@lien-ket/event-store'),
  boundary('libs/read-model/src/planted.ts', '@lien-ket/messaging'),
  boundary('libs/vault/src/planted.ts', '@lien-ket/audit-log'),
  boundary('libs/audit-log/src/planted.ts', '@lien-ket/vault'),
  boundary('libs/telemetry/src/planted.ts', '@lien-ket/contracts'),
  boundary('libs/service/src/planted.ts', '@lien-ket/read-model'),
  boundary('libs/access/src/planted.ts', '@lien-ket/event-store'),
  boundary('apps/agreement/src/planted.ts', '@lien-ket/testing'),
  boundary('apps/agreement/src/planted.ts', '@lien-ket/activity/module'),
  boundary('apps/gateway/src/planted.ts', '@lien-ket/read-model'),
  boundary('apps/activity/src/planted.ts', '../../agreement/src/plan/plan.rows.js'),
];

export const OWNED_IMPORTS: readonly Planted[] = [
  owned('libs/kernel/src/planted.ts', 'node:fs'),
  owned('apps/reporting/src/report/report.queries.ts', 'pg'),
  owned('apps/relay/src/relay.ts', 'kafkajs'),
  owned('libs/event-store/src/postgres.ts', '@kurrent/kurrentdb-client'),
  owned('libs/event-store/src/contract.int.spec.ts', '@kurrent/bridge'),
  owned('apps/agreement/src/plan/plan.controller.ts', 'typeorm'),
  owned('apps/agreement/src/plan/plan.controller.ts', 'node:process'),
  owned('apps/platform/src/planted.ts', '@lien-ket/agreement/plan/plan.decider'),
];

export const CLOCKS: readonly Planted[] = [
  clock('Date.now()'),
  clock("Date['now']"),
  clock('new Date()'),
  clock('Date()'),
  clock('performance.now()'),
  clock('Math.random()'),
  clock('globalThis.crypto.randomUUID()'),
  clock('setTimeout(() => undefined, 10)'),
  clock('setInterval(() => undefined, 10)'),
  clock('setImmediate(() => undefined)'),
  {
    what: 'randomBytes imported',
    path: DECIDER,
    code: "import { randomBytes } from 'node:crypto';\nexport const used = randomBytes(8);\n",
    rule: CLOCK,
  },
  { what: 'timers imported', path: DECIDER, code: imports('node:timers/promises'), rule: CLOCK },
];

export const STYLE: readonly Planted[] = [
  {
    what: 'any',
    path: DECIDER,
    code: 'export const used = (x: any): string => String(x);\n',
    rule: '@typescript-eslint/no-explicit-any',
  },
  {
    what: 'non-null assertion',
    path: DECIDER,
    code: 'export const used = (x?: string): string => x!;\n',
    rule: '@typescript-eslint/no-non-null-assertion',
  },
  {
    what: 'default branch',
    path: DECIDER,
    code: "export function used(x: 'a' | 'b'): number {\n  switch (x) {\n    case 'a':\n      return 1;\n    default:\n      return 2;\n  }\n}\n",
    rule: 'no-restricted-syntax',
  },
  {
    what: 'context made outside guard and receiver',
    path: 'apps/agreement/src/plan/plan.consumer.ts',
    code: "import { makeContext } from '@lien-ket/kernel';\n\nexport const used = makeContext;\n",
    rule: 'house/context-makers',
  },
  {
    what: 'default export',
    path: DECIDER,
    code: 'const used = 1;\nexport default used;\n',
    rule: 'no-restricted-exports',
  },
  { what: 'console', path: DECIDER, code: "console.log('x');\n", rule: 'no-console' },
  { what: 'environment', path: DECIDER, code: uses('process.env'), rule: 'no-restricted-properties' },
  {
    what: 'environment destructured',
    path: DECIDER,
    code: 'export const { env } = process;\n',
    rule: 'no-restricted-properties',
  },
  { what: 'function of 41 lines', path: DECIDER, code: longFunction(41), rule: 'max-lines-per-function' },
  {
    what: 'component of 81 lines',
    path: 'apps/portal/src/plan/plan.page.tsx',
    code: longFunction(81),
    rule: 'max-lines-per-function',
  },
  {
    what: 'file of 251 lines',
    path: DECIDER,
    code: `${lines(251, (n) => `export const a${n} = ${n};`)}\n`,
    rule: 'max-lines',
  },
  {
    what: 'comments count as lines',
    path: DECIDER,
    code: `${lines(250, (n) => `// ${n}`)}\nexport const a = 1;\n`,
    rule: 'max-lines',
  },
];

const clean = (what: string, path: string, code: string): Planted => ({ what, path, code });

export const CLEAN: readonly Planted[] = [
  clean(
    'a decider',
    DECIDER,
    "import { addDays } from '@lien-ket/kernel';\n\n/** The day after. */\nexport function used(day: string): string {\n  return new Date(addDays(day, 1)).toISOString();\n}\n",
  ),
  clean('a function of 40 lines', DECIDER, longFunction(40)),
  clean('a component of 80 lines', 'apps/portal/src/plan/plan.page.tsx', longFunction(80)),
  clean('a long function in a spec', 'apps/agreement/src/plan/plan.decider.spec.ts', longFunction(60)),
  clean('the clock in an adapter', 'apps/platform/src/clock.adapter.ts', uses('Date.now()')),
  clean(
    'a name that only looks like a timer',
    DECIDER,
    'export function used(setTimeout: () => number): number {\n  return setTimeout();\n}\n',
  ),
  clean('the environment in a config file', 'apps/platform/src/platform.config.ts', uses('process.env')),
  clean('console in its adapter', 'apps/platform/src/console.adapter.ts', "console.log('x');\n"),
  clean('TypeORM in rows', 'apps/agreement/src/plan/plan.rows.ts', imports('typeorm')),
  clean('pg in the event store', 'libs/event-store/src/planted.ts', imports('pg')),
  clean(
    'KurrentDB in its adapter',
    'libs/event-store/src/kurrent/client.adapter.ts',
    imports('@kurrent/kurrentdb-client'),
  ),
  clean('kafkajs in messaging', 'libs/messaging/src/planted.ts', imports('kafkajs')),
  clean('crypto in the kernel', 'libs/kernel/src/planted.ts', imports('node:crypto')),
  clean('testing in a spec', 'libs/vault/src/planted.spec.ts', imports('@lien-ket/testing')),
  clean(
    'an app in the platform',
    'apps/platform/src/platform.module.ts',
    imports('@lien-ket/agreement/module'),
  ),
  clean('an app in a journey', 'apps/e2e/src/walk.e2e.spec.ts', imports('@lien-ket/platform/module')),
];
