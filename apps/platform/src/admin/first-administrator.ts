import { randomIds } from '@lien-ket/service';
import type { PlatformConfig } from '../platform.config.js';
import type { Platform } from '../platform.js';
import { giveAccount, renewPassword } from './accounts.js';

/**
 * An empty platform: one administrator. Until he has signed in and chosen his own, each start shows a new one-time
 * password: the one before may never have been read.
 */
export async function firstAdministrator(
  { store, answers }: Platform,
  { outside }: PlatformConfig,
): Promise<string | undefined> {
  // Where an outside provider signs people in, it has the administrator too.
  if (outside) return undefined;
  const login = 'platform.admin';
  const known = await store.byLogin(login);
  if (known && !known.mustChange) return undefined;
  const commandId = randomIds.uuid();
  const password = answers.passwordOf(commandId);
  const fields = { platformAdmin: true, role: 'platform-admin' };
  const administrator = { login, name: 'Quản trị nền tảng' };
  if (known) await renewPassword(store, known, password);
  else await giveAccount(store, undefined, administrator, { commandId, password }, fields);
  return password;
}
