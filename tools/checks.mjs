// What is asked of the text of the project, without running it. Used by `npm run check` and `npm test`.
//
// Each is one process over the whole project and not an Nx target per package. Measured on the skeleton (2 cores): ESLint
// over everything 1.6 s, `nx run-many -t lint build` over the 21 packages 22 s cold, 1.3 s warm; and after a change in the
// kernel nearly all packages are cold. tsc -b and Prettier keep their own caches. ESLint's own cache is off: it
// does not know that a tag or a row of the boundary table has changed.
import { ROOT } from './files.mjs';
import { compile } from './prepare.mjs';
import { runNode } from './run.mjs';

const bin =
  (path, ...args) =>
  (options) =>
    runNode(`${ROOT}node_modules/${path}`, args, options);
const prettierCache = ['--cache', '--cache-strategy', 'content', '--cache-location', '.nx/prettier'];

export const CHECKS = [
  {
    title: 'Định dạng (format)',
    run: bin('prettier/bin/prettier.cjs', '--check', '.', '--log-level', 'warn', ...prettierCache),
  },
  {
    title: 'Máy khách theo tài liệu OpenAPI (client made from the OpenAPI document)',
    run: (options) => runNode(`${ROOT}tools/client.mjs`, ['--check'], options),
  },
  { title: 'Kiểu (types)', run: compile },
  {
    title: 'Kiểu của bài thử (types of the specs)',
    needsTypes: true,
    run: bin('typescript/bin/tsc', '-p', 'tsconfig.spec.json'),
  },
  {
    title: 'Kiểu của cổng thông tin (types of the portal)',
    needsTypes: true,
    run: bin('typescript/bin/tsc', '-p', 'apps/portal/tsconfig.json'),
  },
  {
    title: 'Quy tắc (lint)',
    needsTypes: true,
    run: bin('eslint/bin/eslint.js', '.', '--max-warnings', '0'),
  },
];
