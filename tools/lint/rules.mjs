import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { OWNED_IMPORTS } from './boundaries.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TIMERS = ['setTimeout', 'setInterval', 'setImmediate'];
const CHANCE = ['randomUUID', 'randomBytes', 'randomInt', 'randomFill', 'randomFillSync', 'getRandomValues'];
const CLOCKS = [/^Date\.now$/, /^performance\.now$/, /^Math\.random$/, /^process\.hrtime$/];
const TIMER_MODULES = /^(node:)?timers(\/promises)?$/;

const ambient = 'Time, chance and timers come from an adapter (*.adapter.ts): {{what}} is not for this file.';

/** True when no declaration of the file gives the name another meaning. */
function isGlobal(sourceCode, node) {
  for (let scope = sourceCode.getScope(node); scope; scope = scope.upper) {
    const variable = scope.set.get(node.name);
    if (variable && variable.defs.length > 0) return false;
  }
  return true;
}

function propertyName(member) {
  if (!member.computed) return member.property.name;
  return member.property.type === 'Literal' ? String(member.property.value) : undefined;
}

function ambientMember(node) {
  const property = propertyName(node);
  if (CHANCE.includes(property)) return property;
  if (node.object.type !== 'Identifier') return undefined;
  if (node.object.name === 'globalThis' && TIMERS.includes(property)) return property;
  const path = `${node.object.name}.${property}`;
  return CLOCKS.some((clock) => clock.test(path)) ? path : undefined;
}

const noClockOrChance = {
  meta: { type: 'problem', messages: { ambient }, schema: [] },
  create(context) {
    const report = (node, what) => context.report({ node, messageId: 'ambient', data: { what } });
    const isDate = (node) =>
      node.type === 'Identifier' && node.name === 'Date' && isGlobal(context.sourceCode, node);
    return {
      MemberExpression(node) {
        const what = ambientMember(node);
        if (what) report(node, what);
      },
      NewExpression(node) {
        if (isDate(node.callee) && node.arguments.length === 0) report(node, 'new Date()');
      },
      CallExpression({ callee }) {
        if (isDate(callee)) report(callee, 'Date()');
        if (TIMERS.includes(callee.name) && isGlobal(context.sourceCode, callee)) report(callee, callee.name);
      },
      ImportDeclaration(node) {
        if (TIMER_MODULES.test(node.source.value)) report(node, node.source.value);
      },
      ImportSpecifier(node) {
        if (CHANCE.includes(node.imported.name)) report(node, node.imported.name);
      },
    };
  },
};

function foreignImport(file, module) {
  return OWNED_IMPORTS.find(
    (owned) =>
      owned.module.test(module) &&
      (!owned.within || owned.within.test(file)) &&
      !owned.allowed.some((pattern) => pattern.test(file)),
  );
}

const ownedImports = {
  meta: {
    type: 'problem',
    messages: { foreign: '{{module}} may not be imported here: {{why}}.' },
    schema: [],
  },
  create(context) {
    const file = relative(ROOT, context.filename).replaceAll('\\', '/');
    const check = (node) => {
      const module = node.source?.value;
      if (typeof module !== 'string') return;
      const owned = foreignImport(file, module);
      if (owned) context.report({ node, messageId: 'foreign', data: { module, why: owned.why } });
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
    };
  },
};

/** Files in which a context is made: the HTTP guard, the message receiver, and helpers of specs. */
const CONTEXT_MAKERS = [
  /^libs\/service\/src\/context\.guard\.ts$/,
  /^libs\/messaging\/src\/contexts\.ts$/,
  /^libs\/kernel\/src\//,
  /^libs\/testing\//,
  /\.spec\.ts$/,
];

const contextMakers = {
  meta: {
    type: 'problem',
    messages: {
      made: 'A context is made by the HTTP guard and the message receiver only: take the one you are given.',
    },
    schema: [],
  },
  create(context) {
    const path = relative(ROOT, context.filename).replaceAll('\\', '/');
    if (CONTEXT_MAKERS.some((maker) => maker.test(path))) return {};
    return {
      ImportSpecifier(node) {
        if (node.imported.name === 'makeContext') context.report({ node, messageId: 'made' });
      },
    };
  },
};

/** The rules of the house that no published plugin has. */
export const house = {
  rules: {
    'no-clock-or-chance': noClockOrChance,
    'owned-imports': ownedImports,
    'context-makers': contextMakers,
  },
};
