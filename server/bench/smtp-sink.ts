import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

const END = '\r\n.\r\n';

/**
 * A mail server that takes every mail and tells when it has it. By hand, since that of a library waits a tenth of a second before it greets,
 * to catch those who talk first: that would be the largest part of what is measured.
 */
export class SmtpSink {
  private constructor(private readonly server: Server) {}

  static async open(heard: (mail: string) => void = () => undefined): Promise<SmtpSink> {
    const server = createServer((socket) => talk(socket.setNoDelay(), heard));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    return new SmtpSink(server);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

function talk(socket: Socket, heard: (mail: string) => void): void {
  let [rest, mail] = ['', false];
  socket.setEncoding('latin1').on('error', () => undefined);
  socket.on('data', (piece: string) => {
    rest += piece;
    for (let end = rest.indexOf(mail ? END : '\r\n'); end >= 0; end = rest.indexOf(mail ? END : '\r\n')) {
      const text = rest.slice(0, end);
      rest = rest.slice(end + (mail ? END.length : 2));
      const [verb = ''] = text.toUpperCase().split(' ', 1);
      if (mail) heard(text);
      mail = !mail && verb === 'DATA';
      socket.write(mail ? '354 Go on\r\n' : (ANSWERS[verb] ?? '250 Taken\r\n'));
      if (verb === 'QUIT') socket.end();
    }
  });
  socket.write('220 sink.test ESMTP\r\n');
}

const ANSWERS: Record<string, string> = {
  EHLO: '250-sink.test\r\n250 AUTH PLAIN\r\n',
  AUTH: '235 Known\r\n',
  QUIT: '221 Until then\r\n',
};
