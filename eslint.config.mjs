import js from '@eslint/js';
import { createProjectGraphAsync } from '@nx/devkit';
import nx from '@nx/eslint-plugin';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { moduleBoundaries } from './tools/lint/boundaries.mjs';
import { house } from './tools/lint/rules.mjs';

// Without a fresh project graph @nx/enforce-module-boundaries skips itself in silence: make it here, once per run.
await createProjectGraphAsync({ exitOnError: true });

const SPECS = ['**/*.spec.ts', '**/*.spec.tsx'];
const TOOLS = ['tools/**', '*.mjs'];
const MIGRATIONS = ['**/migrations/**'];
// Written by a program from the contracts; its size is not ours to choose.
const GENERATED = ['**/*.generated.ts'];
const NODE_GLOBALS = {
  process: 'readonly',
  console: 'readonly',
  URL: 'readonly',
  Buffer: 'readonly',
  fetch: 'readonly',
  TextDecoder: 'readonly',
  setTimeout: 'readonly',
  clearTimeout: 'readonly',
  setInterval: 'readonly',
  clearInterval: 'readonly',
  AbortSignal: 'readonly',
  performance: 'readonly',
};

const off = (...rules) => Object.fromEntries(rules.map((rule) => [rule, 'off']));
const functionSize = (max) => ['error', { max, skipBlankLines: true, skipComments: true, IIFEs: true }];
const boundaries = (options) => ['error', moduleBoundaries(options)];

const everywhere = {
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-non-null-assertion': 'error',
  '@nx/enforce-module-boundaries': boundaries({ specs: false }),
  'house/no-clock-or-chance': 'error',
  'house/owned-imports': 'error',
  'house/context-makers': 'error',
  'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: false }],
  'max-lines-per-function': functionSize(40),
  'no-console': 'error',
  'no-restricted-exports': [
    'error',
    {
      restrictDefaultExports: {
        direct: true,
        named: true,
        defaultFrom: true,
        namedFrom: true,
        namespaceFrom: true,
      },
    },
  ],
  'no-restricted-properties': [
    'error',
    { object: 'process', property: 'env', message: 'The environment is read in *.config.ts only.' },
  ],
  // What is taken out of an object so that the rest remains needs a name.
  '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
  'no-restricted-syntax': [
    'error',
    {
      selector: 'SwitchCase[test=null]',
      message: 'No default branch: name every member of the union, so that a forgotten one does not compile.',
    },
  ],
};

export default defineConfig(
  { ignores: ['**/dist/**', '**/node_modules/**', '**/coverage/**', '.nx/**', '.data/**', 'tmp/**'] },
  // Exceptions stand in this file, where they are seen, never as a comment in the code.
  { linterOptions: { noInlineConfig: true } },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  { plugins: { '@nx': nx, house }, rules: everywhere },
  { files: ['**/*.mjs'], languageOptions: { globals: NODE_GLOBALS } },
  { files: ['**/*.adapter.ts', ...SPECS, ...TOOLS], rules: off('house/no-clock-or-chance') },
  { files: ['**/*.config.ts', ...TOOLS], rules: off('no-restricted-properties') },
  { files: ['apps/platform/src/**/console.adapter.ts', ...TOOLS], rules: off('no-console') },
  // A migration is one list of statements.
  { files: [...SPECS, ...MIGRATIONS], rules: off('max-lines-per-function') },
  // A component's markup is a picture of the page: torn into pieces it is harder to read, not easier.
  { files: ['apps/portal/**/*.tsx'], rules: { 'max-lines-per-function': functionSize(80) } },
  { files: GENERATED, rules: off('max-lines', 'max-lines-per-function') },
  {
    files: ['*.config.mjs', 'apps/portal/vite.config.ts', 'tools/long-first.mjs'],
    rules: off('no-restricted-exports'),
  },
  {
    files: [...SPECS, 'libs/testing/**', 'apps/*/test/**', 'apps/e2e/**'],
    rules: { '@nx/enforce-module-boundaries': boundaries({ specs: true }) },
  },
);
