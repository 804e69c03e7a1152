import { join } from 'node:path';
import { startAlone } from '@lien-ket/runtime';
import { NOTIFICATION, NotificationModule, mailSettings, mailerOf } from './notification.module.js';

await startAlone(NOTIFICATION, (runtime, config) =>
  NotificationModule.with(runtime, mailerOf(mailSettings(), join(config.dataDir, 'mail'))),
);
