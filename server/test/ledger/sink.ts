import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { Book } from './book.js';
import type { Random } from './random.js';

/** A far side that takes mail, writes down what it took, and now and then drops the line after the final dot, before its 250 (F16). */
export interface Sink {
  port: number;
  close(): Promise<void>;
}

const OUT_TOKEN = /out-[0-9a-z]+-\d+/;

/** Starts the sink on a free port of 127.0.0.1. `dropShare`: how often a stored mail gets no answer. */
export async function startSink(book: Book, random: Random, dropShare: number): Promise<Sink> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onAuth: (_auth, _session, callback) => callback(null, { user: 'any' }),
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const source = Buffer.concat(chunks).toString('utf8');
        const token = OUT_TOKEN.exec(source)?.[0];
        const messageId = /^message-id:\s*(<[^>]+>)/im.exec(source)?.[1];
        if (token) book.write({ what: 'out-seen', token, messageId });
        if (random.chance(dropShare)) dropLine(server, session.id);
        else callback(null);
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  return { port, close: () => new Promise<void>((resolve) => server.close(() => resolve())) };
}

/** Ends the line of one session at once, as a cut cable does. */
function dropLine(server: SMTPServer, sessionId: string): void {
  const { connections } = server as unknown as { connections: Set<{ id: string; _socket: { destroy(): void } }> };
  for (const connection of connections) if (connection.id === sessionId) connection._socket.destroy();
}
