import { z } from 'zod';

const environment = z.object({
  /** `smtp://user:password@host:587`; without it mails lie readable under `DATA_DIR/mail`. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).default('Liên Kết <lien-ket@example.vn>'),
});

export interface MailSettings {
  readonly smtpUrl?: string;
  readonly from: string;
}

/** @throws ZodError naming the setting that is wrong */
export function mailSettings(env: Readonly<Record<string, string | undefined>> = process.env): MailSettings {
  const { SMTP_URL, MAIL_FROM } = environment.parse(env);
  return { from: MAIL_FROM, ...(SMTP_URL ? { smtpUrl: SMTP_URL } : {}) };
}
