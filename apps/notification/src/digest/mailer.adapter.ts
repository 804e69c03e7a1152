import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { MailSettings } from './mail.config.js';
import type { Mail, Mailer } from './mailer.js';

const CONNECT_MS = 10_000;

/** SMTP where a server is configured, else readable files. @param directory for the files, made when missing */
export function mailerOf(settings: MailSettings, directory: string): Mailer {
  return settings.smtpUrl === undefined
    ? fileMailer(settings.from, directory)
    : smtpMailer(settings.from, settings.smtpUrl);
}

function smtpMailer(from: string, url: string): Mailer {
  const timeouts = { connectionTimeout: CONNECT_MS, greetingTimeout: CONNECT_MS, socketTimeout: CONNECT_MS };
  const transport = createTransport({ url, pool: true, maxConnections: 1, ...timeouts });
  return {
    async send({ id, to, subject, text }) {
      await transport.sendMail({ from, to, subject, text, messageId: messageIdOf(id) });
    },
    close: () => transport.close(),
  };
}

/** Written as it is read: UTF-8 without encoding (RFC 6532), for eyes and mail programs alike. */
function fileMailer(from: string, directory: string): Mailer {
  return {
    async send(mail) {
      await mkdir(directory, { recursive: true, mode: 0o700 });
      // Written aside first: whoever looks finds a whole mail or none.
      const path = join(directory, `${mail.to}_${mail.id}.eml`);
      await writeFile(`${path}.part`, emlOf(from, mail), { mode: 0o600 });
      await rename(`${path}.part`, path);
    },
    close: () => undefined,
  };
}

function emlOf(from: string, { id, to, subject, text }: Mail): string {
  const line = (name: string, value: string): string => `${name}: ${value.replaceAll(/[\r\n]+/g, ' ')}`;
  return [
    line('From', from),
    line('To', to),
    line('Subject', subject),
    line('Date', new Date().toUTCString()),
    line('Message-ID', messageIdOf(id)),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    ...text.split('\n'),
  ].join('\r\n');
}

/** A mail that is tried again keeps its Message-ID, by which mailboxes know a repetition. */
function messageIdOf(id: string): string {
  return `<${id}@lien-ket>`;
}
