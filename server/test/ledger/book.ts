import fs from 'node:fs';

/** One line of the book. */
export interface Entry {
  /** `in-sent`: a mail was put into the mailbox. `out-acked`: the server answered a reply without an error. `out-seen`: the far side took it. */
  what: 'in-sent' | 'out-acked' | 'out-seen';
  token: string;
  messageId?: string;
}

/** What was sent, acknowledged and seen, outside of the fault domain: each line is on disk before `write` returns. */
export class Book {
  private readonly fd: number;

  constructor(readonly path: string) {
    this.fd = fs.openSync(path, 'a');
  }

  write(entry: Entry): void {
    fs.writeSync(this.fd, `${JSON.stringify(entry)}\n`);
    fs.fsyncSync(this.fd);
  }

  /** Tokens of a kind, in order, repeats kept. */
  tokens(what: Entry['what']): string[] {
    return this.entries()
      .filter((entry) => entry.what === what)
      .map((entry) => entry.token);
  }

  entries(): Entry[] {
    return fs
      .readFileSync(this.path, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Entry);
  }

  close(): void {
    fs.closeSync(this.fd);
  }
}
