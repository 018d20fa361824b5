// A house whose servers reach others only through its proxy, and which signs their certificates itself: for story.mjs.
import { readFileSync } from 'node:fs';
import { createServer as createProxy } from 'node:http';
import { createServer as createSecure } from 'node:https';
import { connect } from 'node:net';
import { join } from 'node:path';

/** Known to the proxy only. */
export const HOOKS = 'hooks.house.test';
const PROXY_PORT = 3128;

/** Its proxy and behind it a server that takes webhooks; `led` is what the proxy was asked for, `got` what came in. */
export async function house(folder) {
  const [key, cert] = ['hooks.key', 'hooks.pem'].map((name) => readFileSync(join(folder, name)));
  const led = [];
  const got = [];
  const hooks = createSecure({ key, cert }, (request, response) => {
    got.push(`${request.method} ${request.headers.host}${request.url}`);
    request.resume().on('end', () => response.writeHead(204).end());
  });
  await listen(hooks, 0, '127.0.0.1');
  const proxy = createProxy();
  proxy.on('connect', ({ url = '', headers }, socket) => {
    led.push(`${url} ${headers['proxy-authorization']}`);
    const far = connect(hooks.address().port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      far.pipe(socket).pipe(far);
    });
    for (const end of [far, socket]) end.on('error', () => [far, socket].forEach((one) => one.destroy()));
  });
  await listen(proxy, PROXY_PORT, '0.0.0.0');
  return {
    led,
    got,
    close() {
      for (const one of [proxy, hooks]) {
        one.closeAllConnections();
        one.close();
      }
    },
  };
}

const listen = (server, port, host) =>
  new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(port, host, resolve);
  });
