import { join } from 'node:path';
import {
  PasswordAccounts,
  hashPassword,
  issuerOf,
  publicKeysOf,
  type AccountRecord,
} from '@lien-ket/gateway/module';
import { EmbeddedFault } from '@lien-ket/read-model';
import {
  TokenVerifier,
  jsonLogger,
  randomIds,
  startService,
  type RunningService,
  type ServiceLogger,
  type ServicePorts,
} from '@lien-ket/service';
import { milliseconds } from './clock.adapter.js';
import { complain, say } from './console.adapter.js';
import { demoAccounts, demoTenants } from './demo/demo-schedule.js';
import { demoId } from './demo/demo-bodies.js';
import { Demonstration, type Send } from './demo/demonstration.js';
import { InstanceLock, InstanceRunning, putAside } from './instance.adapter.js';
import { ConfigFault, platformConfig, type PlatformConfig } from './platform.config.js';
import { Platform } from './platform.js';
import { PlatformModule } from './platform.module.js';
import { onSignals, exitWith } from './signals.adapter.js';
import { signingKeyFile } from './signing.adapter.js';

const DEMO_PASSWORD = 'lienket-demo';

/** Starts everything; answers every foreseeable trouble with one clear sentence and a right exit code. */
export async function startPlatform(): Promise<void> {
  let lock: InstanceLock | undefined;
  try {
    const config = platformConfig();
    lock = InstanceLock.take(config.dataDir, config.port);
    if (config.fresh) putAside(config.dataDir);
    await run(config, lock);
  } catch (error) {
    lock?.release();
    complain(sentenceOf(error));
    exitWith(error instanceof ConfigFault ? 2 : 1);
  }
}

async function run(config: PlatformConfig, lock: InstanceLock): Promise<void> {
  const began = milliseconds();
  const logger = jsonLogger('platform');
  const platform = await Platform.open(config, quiet(logger));
  const demonstration = new Demonstration(platform);
  let service: RunningService | undefined;
  const stop = async (): Promise<void> => {
    await service?.close();
    await platform.stop();
    lock.release();
  };
  onSignals(stop);
  try {
    if (config.demo) await prepareDemo(platform);
    service = await serve(config, platform, demonstration, logger);
    platform.start();
    if (config.demo) {
      say('Nạp dữ liệu trình diễn (loading the demonstration)…');
      await demonstration.begin(senderFor(service), say);
    }
    say(welcome(config, platform, (milliseconds() - began) / 1000));
  } catch (error) {
    await stop();
    throw error;
  }
}

async function serve(
  config: PlatformConfig,
  platform: Platform,
  demonstration: Demonstration,
  logger: ServiceLogger,
): Promise<RunningService> {
  const keys = signingKeyFile(join(config.dataDir, 'keys', 'signing.json'));
  const accounts = new PasswordAccounts(platform.store, platform.clock);
  const own = { accounts, keys, ...(config.demo ? { demoPassword: DEMO_PASSWORD } : {}) };
  const module = PlatformModule.with(platform, demonstration, {
    publicUrl: config.publicUrl,
    clock: platform.clock,
    changes: platform.changes,
    portal: config.portal,
    provider: config.outside ?? own,
  });
  const ports = portsOf(config, platform, publicKeysOf(await keys.privateKeys()), quiet(logger));
  return startService('platform', module, {
    port: config.port,
    host: config.host,
    ports,
    signals: false,
    prepare: async (app) => {
      app.connectMicroservice({ strategy: platform.strategy }, { inheritAppConfig: false });
      await app.startAllMicroservices();
    },
  });
}

function portsOf(
  config: PlatformConfig,
  platform: Platform,
  jwks: ReturnType<typeof publicKeysOf>,
  logger: ServiceLogger,
): ServicePorts {
  const issuer = config.outside?.issuer ?? issuerOf(config.publicUrl);
  return {
    verifier: new TokenVerifier({
      issuer,
      keys: config.outside ? { url: `${issuer}/protocol/openid-connect/certs` } : { jwks },
    }),
    rights: {
      rightsOf: (tenantId, account) =>
        platform.runtime('agreement').directory.rightsOf(platform.system(tenantId), account),
    },
    clock: platform.clock,
    ids: randomIds,
    logger,
    readiness: [platform],
  };
}

/** Access lines belong to a server's log, not to the terminal of somebody who tries the platform. */
function quiet(logger: ServiceLogger): ServiceLogger {
  return { info: () => undefined, warn: logger.warn, error: logger.error };
}

/** Commands of the load go through the same door as everybody's, with the account's own token. */
function senderFor(service: RunningService): Send {
  const tokens = new Map<string, string>();
  const tokenOf = async (account: string): Promise<string> => {
    const known = tokens.get(account);
    if (known) return known;
    const answer = await service.fastify.inject({
      method: 'POST',
      url: '/auth/demo-token',
      payload: { account },
      headers: { host: 'localhost' },
    });
    if (answer.statusCode !== 200) throw new Error(`no token for ${account}: ${answer.body}`);
    const { access_token } = JSON.parse(answer.body) as { access_token: string };
    tokens.set(account, access_token);
    return access_token;
  };
  return async (step) => {
    const headers = {
      authorization: `Bearer ${await tokenOf(step.account)}`,
      'idempotency-key': step.key,
      ...(step.revision === undefined ? {} : { 'if-match': `"${step.revision}"` }),
    };
    const answer = await service.fastify.inject({
      method: 'POST',
      url: `/api/v1${step.path}`,
      payload: step.body as object,
      headers,
    });
    return { status: answer.statusCode, body: answer.body };
  };
}

/** Tenants and sign-in accounts of the demonstration, once. */
async function prepareDemo(platform: Platform): Promise<void> {
  if (await platform.store.setting('demoPrepared')) return;
  for (const { id, name, periods, successor } of demoTenants()) {
    const period = periods[0];
    await platform.createTenant({
      id,
      name,
      code: period?.code,
      endsOn: period?.to,
      successor: successor?.slug,
    });
  }
  const hash = await hashPassword(DEMO_PASSWORD);
  const records = demoAccounts().map(({ account, tenant, organisation, role, name }): AccountRecord => ({
    login: account,
    subject: demoId('platform', 'subject', account),
    account: demoId('platform', 'account', account),
    name,
    ...(tenant ? { tenant } : {}),
    platformAdmin: role === 'platform-admin',
    mustChange: false,
    ...(organisation ? { organisation } : {}),
    role,
    credentials: { hash, failures: 0 },
  }));
  await platform.store.addAccounts(records);
  await platform.store.set('demoPrepared', true);
}

function sentenceOf(error: unknown): string {
  if (error instanceof ConfigFault) return error.message;
  if (error instanceof InstanceRunning)
    return `Liên Kết đang chạy trên thư mục dữ liệu này (tiến trình ${error.holder.pid}, cổng ${error.holder.port}). Dừng nó trước, hoặc đặt DATA_DIR khác.`;
  if (error instanceof EmbeddedFault)
    return `PostgreSQL không khởi động được (${error.code}): ${error.message}`;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return 'Cổng đã có chương trình khác dùng. Chọn cổng khác, ví dụ: PORT=8081 npm start';
  if (code === 'ENOSPC')
    return 'Đĩa đã đầy: giải phóng chỗ rồi khởi động lại. Dữ liệu đã ghi vẫn còn nguyên.';
  if (code === 'EACCES') return `Không có quyền ghi: ${error instanceof Error ? error.message : ''}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function welcome(config: PlatformConfig, platform: Platform, seconds: number): string {
  const day = platform.clock.businessDate().split('-').reverse().join('/');
  const demo = config.demo
    ? [
        `  Ngày trình diễn     ${day}`,
        '  Tài khoản           tien-giang.sct.officer · tien-giang.sct.head · tien-giang.skhdt.focal',
        '                      tien-giang.ubnd.leader · hcmc.itpc.region-coordinator · tien-giang.thanhtra.auditor',
        '                      platform.admin …  (npm run --silent token -- --list)',
        `  Mật khẩu            ${DEMO_PASSWORD}`,
      ]
    : [];
  return [
    '',
    `  Liên Kết            ${config.publicUrl}   (${seconds.toFixed(1)} s)`,
    ...demo,
    `  Dữ liệu             ${config.dataDir}`,
    '  Dừng                Ctrl-C',
    '',
  ].join('\n');
}
