import { generateKeyPairSync } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { dkimSign } from 'mailauth/lib/dkim/sign.js';
import { SMTPServer } from 'smtp-server';
import { bySmtp } from '../../../deploy/mailstack/mailstack.mjs';

const SELECTOR = 'relay1';

/** The mail server of a provider: takes mail for a domain of ours, signs it (RFC 6376), and brings it to where that domain's mail goes. */
export class SigningRelay {
  /** What it says to the next recipient instead of taking him. */
  refuses: string | null = null;
  /** The key as DNS is to have it. */
  readonly key: string;
  private readonly pem: string;
  private readonly server: SMTPServer;

  private constructor(target: () => number) {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    this.pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    this.key = `v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`;
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      logger: false,
      onAuth: (_auth, _session, callback) => callback(null, { user: 'any' }),
      onRcptTo: (_to, _session, callback) =>
        callback(this.refuses === null ? null : Object.assign(new Error(this.refuses), { responseCode: 550 })),
      onData: (stream, session, callback) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const { mailFrom, rcptTo } = session.envelope;
          const from = mailFrom ? mailFrom.address : '';
          this.pass(
            Buffer.concat(chunks),
            from,
            rcptTo.map(({ address }) => address),
            target(),
          ).then(
            () => callback(null, '2.0.0 Ok: queued as R1'),
            (error: Error) => callback(error),
          );
        });
      },
    });
    this.server.on('error', () => undefined);
  }

  /** `target`: the port to which it brings what it has signed. */
  static async open(target: () => number): Promise<SigningRelay> {
    const relay = new SigningRelay(target);
    await new Promise<void>((resolve) => relay.server.listen(0, '127.0.0.1', () => resolve()));
    return relay;
  }

  get port(): number {
    return (this.server.server.address() as AddressInfo).port;
  }

  /** Where DNS has the key of a domain. */
  keyName(domain: string): string {
    return `${SELECTOR}._domainkey.${domain}`;
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private async pass(raw: Buffer, from: string, to: string[], port: number): Promise<void> {
    const signingDomain = from.slice(from.lastIndexOf('@') + 1);
    const options = { signatureData: [{ signingDomain, selector: SELECTOR, privateKey: this.pem }] };
    const { signatures } = await dkimSign(raw, options as unknown as Parameters<typeof dkimSign>[1]);
    await bySmtp(port, { from, to, raw: Buffer.concat([Buffer.from(signatures), raw]) });
  }
}
