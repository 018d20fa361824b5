import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';

const NAME_ERROR = 3;
const TXT = 16;

/** A name server on loopback that knows only TXT records (RFC 1035, 4.1), as many to a name as are given; what it does not know is not there. */
export class NameServer {
  private constructor(
    private readonly socket: Socket,
    readonly records: Map<string, string[]>,
  ) {}

  static async open(records: Record<string, string[]> = {}): Promise<NameServer> {
    const socket = createSocket('udp4');
    const server = new NameServer(socket, new Map(Object.entries(records)));
    socket.on('message', (query, from) => socket.send(server.answer(query), from.port, from.address));
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    return server;
  }

  get address(): string {
    return `127.0.0.1:${this.socket.address().port}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.socket.close(() => resolve()));
  }

  private answer(query: Buffer): Buffer {
    let at = 12;
    const labels: string[] = [];
    for (let length = query[at]!; length > 0; length = query[at]!) {
      labels.push(query.toString('latin1', at + 1, at + 1 + length));
      at += length + 1;
    }
    const question = query.subarray(12, at + 5);
    const texts = this.records.get(labels.join('.').toLowerCase());
    const header = Buffer.alloc(12);
    query.copy(header, 0, 0, 2);
    header.writeUInt16BE(0x8180 | (texts ? 0 : NAME_ERROR), 2);
    header.writeUInt16BE(1, 4);
    header.writeUInt16BE(texts?.length ?? 0, 6);
    return Buffer.concat([header, question, ...(texts ?? []).map(record)]);
  }
}

function record(text: string): Buffer {
  const parts = text.match(/.{1,255}/gs) ?? [''];
  const data = Buffer.concat(parts.map((part) => Buffer.concat([Buffer.from([part.length]), Buffer.from(part, 'latin1')])));
  const head = Buffer.alloc(12);
  // The name is that of the question, at byte 12.
  head.writeUInt16BE(0xc00c, 0);
  head.writeUInt16BE(TXT, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
}
