export interface StoredMail {
  name: string;
  raw: Buffer;
  /** Unfolded, undecoded header fields by lower-cased name; the first of a repeated field. */
  headers: Map<string, string>;
  seen: boolean;
  at: number;
}
export interface Mailstack {
  dir: string;
  host: '127.0.0.1';
  /** Of every user. */
  password: 'secret';
  ports: { imap: number; imaps: number; lmtp: number; smtp: number; mta: number; introspect: number };
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
  mailbox(user: string, folder?: string): Promise<StoredMail[]>;
  waitForMail(user: string, fits?: (mail: StoredMail) => boolean, o?: { folder?: string; timeoutMs?: number }): Promise<StoredMail>;
  kick(user: string): Promise<void>;
  resetUidValidity(user: string): Promise<void>;
  doveadm(...args: string[]): Promise<{ stdout: string; stderr: string }>;
  stop(): Promise<void>;
}
/** Says in one sentence what is missing, or returns null when the mail servers can be started here. */
export function whyNoMailstack(): string | null;
/** Starts the servers and answers once all of them accept connections. */
export function startMailstack(o?: { basePort?: number }): Promise<Mailstack>;
