import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A way to a server whose lines can fall silent: they stay open, and nothing comes through any more (a lost NAT entry, R-DUP-5). */
export interface QuietRoad {
  port: number;
  /** The lines that are open now say nothing from here on; new ones do. Answers how many these are. */
  hush(): number;
  close(): Promise<void>;
}

export async function openQuietRoad(host: string, port: number): Promise<QuietRoad> {
  const lines = new Set<[Socket, Socket]>();
  const server = createServer((near) => {
    const far = connect(port, host);
    const line: [Socket, Socket] = [near, far];
    lines.add(line);
    near.pipe(far);
    far.pipe(near);
    for (const [one, other] of [line, [far, near] as const]) {
      one.on('error', () => undefined);
      one.on('close', () => {
        lines.delete(line);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    hush: () => {
      for (const [near, far] of lines) {
        near.unpipe(far).resume();
        far.unpipe(near).resume();
      }
      return lines.size;
    },
    close: async () => {
      for (const [near] of lines) near.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
