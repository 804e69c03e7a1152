import { withSecretFiles, type Environment } from '@lien-ket/service';
import { z } from 'zod';

const environment = z.object({
  /** `smtp://user:password@host:587`, or `SMTP_URL_FILE`, a file with it; without it mails lie readable under `DATA_DIR/mail`. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).default('Liên Kết <lien-ket@example.vn>'),
});

export interface MailSettings {
  readonly smtpUrl?: string;
  readonly from: string;
}

/** @throws ZodError or Error naming the setting that is wrong */
export function mailSettings(given: Environment = process.env): MailSettings {
  const { env, faults } = withSecretFiles(given, ['SMTP_URL']);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  const { SMTP_URL, MAIL_FROM } = environment.parse(env);
  return { from: MAIL_FROM, ...(SMTP_URL ? { smtpUrl: SMTP_URL } : {}) };
}
