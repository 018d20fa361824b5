import type { ExternalId, OutboundMessage } from '@balie/plugin-sdk';
import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** An SMTP server that fails as it is told to. */
export interface FarSide {
  /** The messages that it has taken. */
  stored: string[];
  /** How often somebody connected. */
  connections: () => number;
  port: number;
}
export type FarSideOptions = SMTPServerOptions & {
  afterData?: 'drop' | 'silence' | Error;
  midData?: 'drop';
  /** Its answer to a message that it takes. */
  answer?: string;
  /** Gets each socket. */
  watch?: (socket: Socket) => void;
};

const servers: SMTPServer[] = [];

export async function closeFarSides(): Promise<void> {
  await Promise.all(servers.splice(0).map((server) => new Promise<void>((resolve) => server.close(() => resolve()))));
}

export async function openFarSide(options: FarSideOptions = {}): Promise<FarSide> {
  const stored: string[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const { afterData, midData, answer, watch, ...rest } = options;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 100,
    onAuth: (auth, _session, done) =>
      auth.password === 'secret' ? done(null, { user: 'x' }) : done(refusal(535, '5.7.8 wrong')),
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        if (midData === 'drop') sockets.forEach((socket) => socket.destroy());
      });
      stream.on('end', () => {
        if (afterData instanceof Error) return done(afterData);
        stored.push(Buffer.concat(chunks).toString());
        if (afterData === 'drop') sockets.forEach((socket) => socket.destroy());
        else if (afterData !== 'silence') done(null, answer);
      });
    },
    ...rest,
  });
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => {
    connections += 1;
    sockets.add(socket);
    watch?.(socket);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return { stored, port, connections: () => connections };
}

/** What a server says that refuses something. */
export const refusal = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode });

let counter = 0;
/** An answer to a customer, in both forms. */
export const outbound = (more: Partial<OutboundMessage> = {}): OutboundMessage => ({
  sendKey: `delivery-${++counter}-abcdef`,
  attempt: 1,
  uncertain: false,
  from: { kind: 'email', value: 'support@shop.test', trust: 'verified' },
  to: [{ kind: 'email', value: `anna${counter}@cust.test`, trust: 'claimed', name: 'Anna Berg' }],
  thread: {
    id: 'conversation-1',
    subject: 'Order 1001 has not arrived',
    answers: ['<a1.thread@cust.test>' as ExternalId],
    replyToken: 'tok3nABCDEFGH1234',
  },
  author: { name: 'Mia', bot: false },
  parts: [{ type: 'text', text: 'We have sent it again.\n\nMia', html: '<p>We have <b>sent</b> it again.</p><p>Mia</p>' }],
  extras: null,
  ...more,
});
