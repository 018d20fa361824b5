export interface StoredMail {
  name: string;
  raw: Buffer;
  /** Unfolded, undecoded header fields by lower-cased name; the first of a repeated field. */
  headers: Map<string, string>;
  seen: boolean;
  at: number;
}
/** A mail for a folder; `at` is when it is said to have arrived. */
export interface AppendedMail {
  raw: string | Buffer;
  at?: Date;
  flags?: string[];
}
export interface Mailstack {
  dir: string;
  host: '127.0.0.1';
  /** Of every user. */
  password: 'secret';
  ports: { imap: number; imaps: number; lmtp: number; smtp: number; mta: number; mx: number; introspect: number };
  imap: number;
  imaps: number;
  /** Submission: sign-in needed, STARTTLS offered. */
  smtp: number;
  /** Postfix itself: no sign-in. */
  mta: number;
  lmtp: number;
  /** The self-signed certificate of localhost and 127.0.0.1, to be given as CA. */
  caPem: string;
  deliver(users: string | string[], raw: string | Buffer, o?: { from?: string; via?: 'lmtp' | 'mta' }): Promise<string[]>;
  append(user: string, folder: string, mails: AppendedMail | AppendedMail[]): Promise<void>;
  mailbox(user: string, folder?: string): Promise<StoredMail[]>;
  waitForMail(user: string, fits?: (mail: StoredMail) => boolean, o?: { folder?: string; timeoutMs?: number }): Promise<StoredMail>;
  kick(user: string): Promise<void>;
  resetUidValidity(user: string): Promise<void>;
  doveadm(...args: string[]): Promise<{ stdout: string; stderr: string }>;
  stopDovecot(): Promise<void>;
  startDovecot(): Promise<void>;
  stop(): Promise<void>;
}
/** Says in one sentence what is missing, or returns null when the mail servers can be started here. */
export function whyNoMailstack(): string | null;
/** Hands a mail to whatever speaks SMTP on the port; the answer to its dot. Rejects with the first other answer, or when the line is cut. */
export function bySmtp(port: number, o: { from: string; to: string | string[]; raw: string | Buffer }): Promise<string>;
/** Starts the servers and answers once all of them accept connections. */
export function startMailstack(o?: { basePort?: number }): Promise<Mailstack>;
