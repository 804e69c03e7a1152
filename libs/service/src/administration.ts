import { platformCommands, type CommandContract } from '@lien-ket/contracts';
import type { Role } from '@lien-ket/kernel';
import type { Operation, Summary } from './operations.js';
import { wholeParams } from './page.js';

const API = '/api/v1';
const WATCHERS: readonly Role[] = ['admin', 'auditor'];
const STORERS: readonly Role[] = ['officer', 'head', 'focal', 'region-coordinator', 'clerk'];

/** Operations that are no command on an aggregate: tenants, the demonstration day, read models, files. */
export function administration(): readonly Operation[] {
  const { createTenant, correctTenant, moveDay, replaceKey, redrive, discard } = platformCommands;
  return [
    post('tenants', '/tenants', 'tenants.create', createTenant),
    post('tenants', '/tenants/{id}/correctEntry', 'tenants.correctEntry', correctTenant),
    ...accounts(),
    post('demonstration', '/demonstration', 'demonstration.move', moveDay),
    ...readModels(),
    watch('/operations/parked', 'operations.parked', { vi: 'Thông điệp bị giữ', en: 'Parked messages' }),
    post('operations', '/operations/replaceKey', 'operations.replaceKey', replaceKey),
    post('operations', '/operations/parked/{service}/{message}/redrive', 'operations.redrive', redrive),
    post('operations', '/operations/parked/{service}/{message}/discard', 'operations.discard', discard),
    {
      ...watch('/operations/parked/{service}/{message}', 'operations.inspect', {
        vi: 'Một thông điệp bị giữ',
        en: 'One parked message',
      }),
      query: undefined,
      answer: 'one',
    },
    {
      method: 'post',
      path: `${API}/files`,
      operationId: 'files.create',
      tag: 'files',
      summary: { vi: 'Gửi tệp minh chứng', en: 'Store a file as evidence' },
      roles: STORERS,
      answer: 'command',
      ifMatch: 'none',
    },
  ];
}

function readModels(): readonly Operation[] {
  return [
    watch('/operations/projections', 'operations.projections', {
      vi: 'Dữ liệu đọc và độ trễ',
      en: 'Read models and their lag',
    }),
    {
      ...watch('/operations/rebuilds', 'operations.rebuilds', {
        vi: 'Tiến độ dựng lại dữ liệu đọc',
        en: 'How far rebuilds of read models are',
      }),
      roles: [...WATCHERS, 'platform-admin'],
    },
    post('operations', '/operations/rebuild', 'operations.rebuild', platformCommands.rebuild),
  ];
}

function accounts(): readonly Operation[] {
  const { createAccount, resetPassword } = platformCommands;
  return [
    post('accounts', '/accounts', 'accounts.create', createAccount),
    post('accounts', '/accounts/{id}/resetPassword', 'accounts.resetPassword', resetPassword),
    {
      ...watch('/accounts', 'accounts.list', { vi: 'Tài khoản của đơn vị', en: 'Sign-in accounts' }),
      tag: 'accounts',
      roles: ['admin'],
    },
    {
      ...watch('/accounts/{id}', 'accounts.get', {
        vi: 'Xem tên người dùng của một tài khoản (mỗi lần xem được ghi lại)',
        en: 'Name of the person behind an account (each reading is recorded)',
      }),
      tag: 'accounts',
      roles: ['auditor'],
      query: undefined,
      answer: 'one',
    },
  ];
}

function post(tag: string, path: string, operationId: string, contract: CommandContract): Operation {
  const { summary, roles, body } = contract;
  return {
    method: 'post',
    path: API + path,
    operationId,
    tag,
    summary,
    roles,
    body,
    answer: 'one',
    ifMatch: 'none',
  };
}

function watch(path: string, operationId: string, summary: Summary): Operation {
  return {
    method: 'get',
    path: API + path,
    operationId,
    tag: 'operations',
    summary,
    roles: WATCHERS,
    query: wholeParams,
    answer: 'page',
    besideLog: true,
  };
}
