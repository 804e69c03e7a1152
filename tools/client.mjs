// `node tools/client.mjs`: writes the portal's client from the committed OpenAPI document: the types of every request, and a
// table of the operations (path, roles, names). With `--check` it writes nothing and fails when they are stale.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';
import { format } from 'prettier';
import { ROOT } from './files.mjs';

const DOCUMENT = `${ROOT}apps/gateway/openapi.json`;
const CLIENT = `${ROOT}apps/portal/src/client/`;
const NOTE = '// Made from apps/gateway/openapi.json by tools/client.mjs; change that, not this.\n\n';

const document = JSON.parse(readFileSync(DOCUMENT, 'utf8'));

async function typesOf() {
  // A field with a default value may be left out of a request.
  return astToString(await openapiTS(document, { defaultNonNullable: false }));
}

function tableOf() {
  const rows = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const { operationId, summary, description } = operation;
      return [operationId, { method, path, roles: operation['x-roles'] ?? [], vi: summary, en: description }];
    }),
  );
  return `export const OPERATIONS = ${JSON.stringify(Object.fromEntries(rows))} as const;\n`;
}

const made = [
  ['openapi.generated.ts', await typesOf()],
  ['operations.generated.ts', tableOf()],
];

for (const [name, text] of made) {
  const options = { parser: 'typescript', singleQuote: true, printWidth: 110, trailingComma: 'all' };
  const wanted = NOTE + (await format(text, options));
  const path = CLIENT + name;
  // What is the same is left alone: a new time of change would make the portal be built again.
  if (existsSync(path) && readFileSync(path, 'utf8') === wanted) continue;
  if (!process.argv.includes('--check')) {
    writeFileSync(path, wanted);
  } else {
    console.log(`${name} is stale: node tools/client.mjs`);
    process.exitCode = 1;
  }
}
