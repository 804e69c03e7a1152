import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport, type Transporter } from 'nodemailer';
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
    send: (mail) => sendBy(transport, from, mail).then(() => undefined),
    close: () => transport.close(),
  };
}

function fileMailer(from: string, directory: string): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return {
    async send(mail) {
      const { message } = (await sendBy(transport, from, mail)) as { message: Buffer };
      await mkdir(directory, { recursive: true, mode: 0o700 });
      // Written aside first: whoever looks finds a whole mail or none.
      const path = join(directory, `${mail.id}.eml`);
      await writeFile(`${path}.part`, message, { mode: 0o600 });
      await rename(`${path}.part`, path);
    },
    close: () => transport.close(),
  };
}

/** A mail that is tried again keeps its Message-ID, by which mailboxes know a repetition. */
function sendBy(transport: Transporter, from: string, { id, to, subject, text }: Mail): Promise<unknown> {
  const messageId = `<${id}@lien-ket>`;
  return transport.sendMail({ from, to, subject, text, messageId, textEncoding: 'base64' });
}
