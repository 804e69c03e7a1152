import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

describe("the portal's client", () => {
  it('is made from the committed OpenAPI document (after a change: node tools/client.mjs)', () => {
    const { status, stdout } = spawnSync(process.execPath, ['tools/client.mjs', '--check'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect([status, stdout]).toEqual([0, '']);
  });

  it('knows every operation of the document', () => {
    const { paths } = JSON.parse(readFileSync(`${ROOT}apps/gateway/openapi.json`, 'utf8')) as {
      paths: Record<string, Record<string, { operationId: string }>>;
    };
    const ids = Object.values(paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    );
    const table = readFileSync(`${ROOT}apps/portal/src/client/operations.generated.ts`, 'utf8');
    expect(ids.filter((id) => !table.includes(`'${id}': {`))).toEqual([]);
  });
});
