import { describe, expect, it } from '@jest/globals';
import { COMMANDS } from '@lien-ket/contracts';
import { openApiDocument } from './openapi.js';
import { OPERATIONS } from './operations.js';

describe('OPERATIONS', () => {
  it('have one row for each command and no id, no address twice', () => {
    const commands = Object.values(COMMANDS).flatMap((contracts) => Object.keys(contracts));
    const rows = OPERATIONS.filter(({ answer, tag }) => answer === 'command' && tag !== 'files');
    expect(rows).toHaveLength(commands.length);
    for (const keys of [
      OPERATIONS.map(({ operationId }) => operationId),
      OPERATIONS.map(({ method, path }) => `${method} ${path}`),
    ])
      expect(new Set(keys).size).toBe(OPERATIONS.length);
  });

  it('name roles and both languages', () => {
    for (const { operationId, roles, summary } of OPERATIONS)
      expect([operationId, roles.length > 0, summary.vi !== '', summary.en !== '']).toEqual([
        operationId,
        true,
        true,
        true,
      ]);
  });

  it.each([
    ['plans.create', '/api/v1/plans', 'none'],
    ['plans.recordIssued', '/api/v1/plans/recordIssued', 'none'],
    ['plans.issue', '/api/v1/plans/{id}/issue', 'required'],
    ['staff.assign', '/api/v1/staff/{id}/assign', 'unlessFirst'],
    ['staff.endAssignment', '/api/v1/staff/{id}/endAssignment', 'required'],
    ['agreements.confirm', '/api/v1/agreements/{id}/confirm', 'required'],
  ])('%s is at %s', (operationId, path, ifMatch) => {
    expect(OPERATIONS.find((operation) => operation.operationId === operationId)).toMatchObject({
      path,
      ifMatch,
    });
  });
});

describe('openApiDocument', () => {
  const document = openApiDocument();
  const text = JSON.stringify(document);

  it('has the addresses that were promised', () => {
    const promised = [
      'me',
      'tenants',
      'organisations',
      'staff',
      'contacts',
      'documents',
      'directives',
      'campaigns',
      'needs',
    ];
    promised.push(
      'working-groups',
      'agreements',
      'plans',
      'plans/{id}',
      'plans/{id}/items',
      'plans/{id}/history',
    );
    promised.push(
      'plans/{id}/diff',
      'plans/{id}/amendments',
      'activities',
      'activities/{id}/progress',
      'reports',
    );
    promised.push(
      'activities/{id}/difficulties',
      'obligations',
      'notifications',
      'overview',
      'audit/events',
      'stream',
    );
    const missing = promised.filter((path) => !document.paths[`/api/v1/${path}`]?.['get']);
    expect(missing).toEqual([]);
  });

  it('refers to nothing that is not there', () => {
    const references = [...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map((match) => match[1] ?? '');
    const found = (path: string): unknown =>
      path
        .split('/')
        .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document);
    expect(references.length).toBeGreaterThan(100);
    expect([...new Set(references)].filter((path) => found(path) === undefined)).toEqual([]);
  });

  it('describes a body as the contract reads it: strict, with what may be left out', () => {
    expect(document.paths['/api/v1/plans/{id}/issue']?.['post']).toMatchObject({
      operationId: 'plans.issue',
      summary: 'Cấp số, ngày và ban hành',
      'x-roles': ['clerk'],
      parameters: [
        { $ref: '#/components/parameters/id' },
        { $ref: '#/components/parameters/IdempotencyKey' },
        { $ref: '#/components/parameters/IfMatch' },
      ],
      requestBody: {
        content: {
          'application/json': {
            schema: { additionalProperties: false, required: ['number', 'symbol', 'date'] },
          },
        },
      },
    });
  });

  it('speaks English on request', () => {
    const english = openApiDocument(OPERATIONS, 'en').paths['/api/v1/plans']?.['get'];
    expect(english).toMatchObject({ summary: 'List plans', description: 'Danh sách kế hoạch' });
  });
});
