/** The mailer port. Two sides keep it: `aws/ses-mailer.ts` and `host/smtp-mailer.ts`. */
export interface Mail {
  /** One plain address (ASCII, no display name). */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Stable for one occasion, so that a second delivery can be told from a second mail. `[a-z0-9-]+`. */
  readonly id: string;
}

export interface Mailer {
  /** Hands the mail over. @throws when it was not taken; a retry may deliver it twice. */
  send(mail: Mail): Promise<void>;
}
