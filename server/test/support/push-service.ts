import { createDecipheriv, createECDH, createHmac, createPublicKey, type ECDH, randomBytes, verify } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A push as it came in: what the service sees of it, and the bytes that only the browser can read. */
export interface Pushed {
  path: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** A push service (RFC 8030) on the loopback of this machine: takes what is signed for it by RFC 8292, and answers as it is told. */
export class StandInPushService {
  readonly got: Pushed[] = [];
  /** What is answered next; 201 when nothing is left. */
  readonly answers: { status: number; headers?: Record<string, string> }[] = [];
  /** Each try, taken or not. */
  tries = 0;
  /** With which key the browsers have subscribed, and the time by which a signature holds. */
  key = '';
  now = 0;

  private constructor(private readonly server: Server) {}

  static async open(): Promise<StandInPushService> {
    const server = createServer();
    const service = new StandInPushService(server);
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        service.tries += 1;
        const pushed = { path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks) };
        const { status, headers } = service.answers.shift() ?? { status: service.checks(pushed) ? 201 : 403 };
        if (status < 300) service.got.push(pushed);
        response.writeHead(status, headers).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return service;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** A browser that subscribes here. */
  browser(): StandInBrowser {
    return new StandInBrowser(`${this.origin}/push/${randomBytes(12).toString('base64url')}`);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** RFC 8292, 2 and 4.2, RFC 8030, 5: who sends, that it is for this service and for a short time, and what each push must say. */
  private checks({ headers }: Pushed): boolean {
    const [, token = '', key = ''] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(headers.authorization ?? '') ?? [];
    const [head = '', claims = '', signature = ''] = token.split('.');
    if (key !== this.key || !sameJson(head, { typ: 'JWT', alg: 'ES256' })) return false;
    const point = Buffer.from(key, 'base64url');
    const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url'));
    const jwk = { kty: 'EC', crv: 'P-256', x, y } as Record<string, string>;
    const by = { key: createPublicKey({ format: 'jwk', key: jwk }), dsaEncoding: 'ieee-p1363' as const };
    if (!verify('sha256', Buffer.from(`${head}.${claims}`), by, Buffer.from(signature, 'base64url'))) return false;
    const { aud, exp } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { aud: string; exp: number };
    const left = exp - this.now / 1000;
    const said = headers['content-encoding'] === 'aes128gcm' && /^\d+$/.test(String(headers['ttl']));
    return said && aud === this.origin && left > 0 && left <= 24 * 60 * 60 && /^[\w-]{1,32}$/.test(String(headers['topic']));
  }
}

/** What a browser does with a push: RFC 8291 by its letters, with HKDF written out, so that it shares nothing with what it tests. */
export class StandInBrowser {
  private readonly pair: ECDH = createECDH('prime256v1');
  private readonly secret = randomBytes(16);

  constructor(readonly endpoint: string) {
    this.pair.generateKeys();
  }

  /** As it is added here; `key` is the `p256dh` of its `PushSubscription`. */
  get subscription(): { endpoint: string; key: string; auth: string } {
    return {
      endpoint: this.endpoint,
      key: this.pair.getPublicKey().toString('base64url'),
      auth: this.secret.toString('base64url'),
    };
  }

  /** The text that was sent to it. */
  read({ body }: Pushed): unknown {
    const [salt, size, length] = [body.subarray(0, 16), body.readUInt32BE(16), body.readUInt8(20)];
    const sender = body.subarray(21, 21 + length);
    const record = body.subarray(21 + length);
    if (record.length > size) throw new Error('More than one record');
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), this.pair.getPublicKey(), sender]);
    const input = hkdf(this.secret, this.pair.computeSecret(sender), info, 32);
    const key = hkdf(salt, input, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
    const nonce = hkdf(salt, input, Buffer.from('Content-Encoding: nonce\0'), 12);
    const decipher = createDecipheriv('aes-128-gcm', key, nonce);
    decipher.setAuthTag(record.subarray(-16));
    const padded = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()]);
    const end = padded.findLastIndex((byte) => byte !== 0);
    if (padded[end] !== 2) throw new Error('It does not end as the last record does');
    return JSON.parse(padded.subarray(0, end).toString('utf8'));
  }
}

/** RFC 5869, one block of SHA-256. */
function hkdf(salt: Buffer, input: Buffer, info: Buffer, bytes: number): Buffer {
  const key = createHmac('sha256', salt).update(input).digest();
  return createHmac('sha256', key)
    .update(Buffer.concat([info, Buffer.from([1])]))
    .digest()
    .subarray(0, bytes);
}

function sameJson(part: string, wanted: Record<string, string>): boolean {
  const given = JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, string>;
  return Object.entries(wanted).every(([name, value]) => given[name] === value);
}
