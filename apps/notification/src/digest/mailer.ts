/** One mail, to an organisation's office; it names no person. */
export interface Mail {
  /** The same mail has the same id, however often it is tried. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Port: gives a mail to the world, or rejects. */
export interface Mailer {
  send(mail: Mail): Promise<void>;
  close(): void;
}
