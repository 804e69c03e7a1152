import { join } from 'node:path';
import {
  PasswordAccounts,
  hashPassword,
  issuerOf,
  publicKeysOf,
  type AccountRecord,
} from '@lien-ket/gateway/module';
import { EmbeddedCluster } from '@lien-ket/read-model';
import {
  TokenVerifier,
  closeOnSignals,
  randomIds,
  startService,
  type RunningService,
  type ServicePorts,
} from '@lien-ket/service';
import { serviceLogger, startTelemetry, type ServiceLogger } from '@lien-ket/telemetry';
import { firstAdministrator } from './admin/first-administrator.js';
import { milliseconds } from './clock.adapter.js';
import { complain, say } from './console.adapter.js';
import { demoAccounts, demoTenants, accountNames } from './demo/demo-schedule.js';
import { demoId } from './demo/demo-bodies.js';
import { doorOf } from './demo/demo-door.js';
import { Demonstration } from './demo/demonstration.js';
import { InstanceLock, probePort, putAside } from './instance.adapter.js';
import { ConfigFault, platformConfig, type PlatformConfig } from './platform.config.js';
import { Platform } from './platform.js';
import { PlatformModule } from './platform.module.js';
import { readinessOf } from './readiness.js';
import { exitWith } from './exit.adapter.js';
import { signingKeyFile } from './signing.adapter.js';
import { clusterDirectory } from './server.js';
import { sentenceOf } from './troubles.js';

const DEMO_PASSWORD = 'lienket-demo';

/** Starts everything; answers every foreseeable trouble with one clear sentence and a right exit code. */
export async function startPlatform(): Promise<void> {
  let lock: InstanceLock | undefined;
  try {
    const config = platformConfig();
    lock = InstanceLock.take(config.dataDir, config.port);
    await probePort(config.port, config.host);
    if (config.fresh) await setAside(config.dataDir);
    await run(config, lock);
  } catch (error) {
    lock?.release();
    complain(sentenceOf(error));
    exitWith(error instanceof ConfigFault ? 2 : 1);
  }
}

/** A PostgreSQL that a killed platform left behind is stopped first: it would run on over moved or removed files. */
async function setAside(dataDir: string): Promise<void> {
  for (const folder of ['pg', 'previous/pg']) await EmbeddedCluster.stopLeftBehind(join(dataDir, folder));
  putAside(dataDir);
}

async function run(config: PlatformConfig, lock: InstanceLock): Promise<void> {
  const began = milliseconds();
  const logger = serviceLogger('platform');
  const stopTelemetry = await startTelemetry('platform');
  const ending = new AbortController();
  const opening = Platform.open(config, logger, ending.signal);
  let service: RunningService | undefined;
  let demonstration: Demonstration | undefined;
  const stop = once(async () => {
    await Promise.all([service?.close(), demonstration?.answered()]);
    await (await opening.catch(() => undefined))?.stop();
    await stopTelemetry();
    lock.release();
  });
  stopOnSignals(config, () => {
    ending.abort();
    return stop();
  });
  try {
    const platform = await opening;
    if (config.migrateOnly) {
      say(`Cơ sở dữ liệu của ${platform.store.present.length} đơn vị đã mới (all databases are up to date).`);
      return await stop();
    }
    demonstration = new Demonstration(platform, ending.signal);
    if (config.demo) await prepareDemo(platform);
    service = await serve(config, platform, demonstration, logger);
    platform.start();
    await beginDays(config, platform, demonstration, service);
    if (config.loadOnly) {
      await platform.noteHandled();
      return await stop();
    }
    const password = config.demo ? DEMO_PASSWORD : await firstAdministrator(platform, config);
    say(welcome(config, platform, (milliseconds() - began) / 1000, password));
  } catch (error) {
    await stop();
    // At a signal what was under way fails; who handles the signal ends the process.
    if (!ending.signal.aborted) throw error;
  }
}

function stopOnSignals(config: PlatformConfig, stop: () => Promise<void>): void {
  closeOnSignals(stop, {
    onLimit: () => {
      if (!config.postgres) EmbeddedCluster.endAtOnce(clusterDirectory(config));
    },
  });
}

/** The demonstration is loaded and its day lived; outside it the calendar's days begin, in the relay where that runs alone. */
async function beginDays(
  config: PlatformConfig,
  platform: Platform,
  demonstration: Demonstration,
  service: RunningService,
): Promise<void> {
  if (!config.demo) {
    if (!config.broker) await platform.followCalendar();
    return;
  }
  say('Nạp dữ liệu trình diễn (loading the demonstration)…');
  const begun = demonstration.begin(doorOf(service, config.gateway?.url), say);
  // The services' own processes may come up later than this one: nobody waits for them here.
  if (config.broker) void begun.catch((error: unknown) => complain(sentenceOf(error)));
  else await begun;
}

function once(work: () => Promise<void>): () => Promise<void> {
  let begun: Promise<void> | undefined;
  return () => (begun ??= work());
}

async function serve(
  config: PlatformConfig,
  platform: Platform,
  demonstration: Demonstration,
  logger: ServiceLogger,
): Promise<RunningService> {
  const keys = signingKeyFile(join(config.dataDir, 'keys', 'signing.json'));
  const accounts = new PasswordAccounts(platform.store, platform.clock);
  const own = {
    accounts,
    keys,
    ...(config.demo ? { demoPassword: DEMO_PASSWORD } : {}),
    ...(config.gateway ? { gateway: config.gateway } : {}),
  };
  const module = PlatformModule.with(platform, demonstration, {
    publicUrl: config.publicUrl,
    clock: platform.clock,
    changes: platform.changes,
    portal: config.portal,
    provider: config.outside ?? own,
  });
  const ports = portsOf(config, platform, publicKeysOf(await keys.privateKeys()), logger);
  return startService('platform', module, {
    port: config.port,
    host: config.host,
    ports,
    signals: false,
    prepare: async (app) => {
      if (!platform.embedded) return;
      app.connectMicroservice({ strategy: platform.embedded.strategy }, { inheritAppConfig: false });
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
      keys: config.outside ? { url: config.outside.jwksUrl } : { jwks },
    }),
    rights: {
      rightsOf: (tenantId, account) =>
        platform.runtime('agreement').directory.rightsOf(platform.system(tenantId), account),
    },
    clock: platform.clock,
    ids: randomIds,
    logger,
    readiness: [readinessOf(platform)],
  };
}

/** Tenants and sign-in accounts of the demonstration, once. */
async function prepareDemo(platform: Platform): Promise<void> {
  if (await platform.store.setting('demoPrepared')) return;
  const tenants = demoTenants().map(({ id, name, periods, successor }) => {
    const period = periods.at(-1);
    return { id, name, code: period?.code, endsOn: period?.to, successor: successor?.slug };
  });
  await platform.createTenants(...tenants);
  const hash = await hashPassword(DEMO_PASSWORD);
  const namesOf = accountNames();
  const records = demoAccounts().map(({ account, tenant, organisation, role, name }): AccountRecord => ({
    login: account,
    subject: demoId('platform', 'subject', account),
    account: demoId('platform', 'account', account),
    name,
    ...(tenant ? { tenant } : {}),
    platformAdmin: role === 'platform-admin',
    mustChange: false,
    ...(organisation ? { organisation } : {}),
    ...namesOf({ tenant, organisation }),
    role,
    credentials: { hash, failures: 0 },
  }));
  await platform.store.addAccounts(records);
  await platform.store.set('demoPrepared', true);
}

function welcome(
  config: PlatformConfig,
  platform: Platform,
  seconds: number,
  password: string | undefined,
): string {
  const day = platform.clock.businessDate().split('-').reverse().join('/');
  const demo = [
    `  Ngày trình diễn     ${day}   (platform.admin chuyển ngày trong cổng thông tin)`,
    '  Tài khoản           tien-giang.sct.officer · tien-giang.sct.head · tien-giang.skhdt.focal',
    '                      tien-giang.ubnd.leader · tien-giang.ubnd.clerk · tien-giang.thanhtra.auditor',
    '                      hcmc.itpc.region-coordinator · platform.admin',
    '                      (tất cả: npm run --silent token -- --list)',
  ];
  const empty = ['  Tài khoản           platform.admin'];
  return [
    '',
    `  Liên Kết            ${config.publicUrl}   (${seconds.toFixed(1)} s)`,
    ...(config.demo ? demo : empty),
    ...(password
      ? [
          `  Mật khẩu            ${password}${config.demo ? '' : '   (chỉ hiện một lần; phải đổi khi đăng nhập)'}`,
        ]
      : []),
    `  Dữ liệu             ${config.dataDir}`,
    '  Dừng                Ctrl-C',
    '',
  ].join('\n');
}
