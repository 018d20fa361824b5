// Each proxy example is read by the proxy's own check, with a certificate made for it. Traefik has no such check: of its example the form is
// looked at. What is not installed is named; under CI that is a failure.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { find, needs } from './needs.mjs';
import { root, say } from './prepare.mjs';

const folder = mkdtempSync(join(tmpdir(), 'balie-proxies-'));
const example = (name) => readFileSync(join(root, 'deploy', 'proxies', name), 'utf8');
const written = (name, text) => (writeFileSync(join(folder, name), text), join(folder, name));
const call = (file, args) => spawnSync(file, args, { encoding: 'utf8', cwd: folder, env: { ...process.env, HOME: folder } });

/** The certificate of the examples, in the place of which the check has one of its own. */
function certificate() {
  const [key, cert] = [join(folder, 'desk.key'), join(folder, 'desk.crt')];
  const subject = ['-subj', '/CN=desk.example.com', '-days', '2'];
  const made = call(find('openssl'), ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', cert, ...subject]);
  if (made.status !== 0) throw new Error(made.stderr);
  const both = written('desk.pem', readFileSync(cert, 'utf8') + readFileSync(key, 'utf8'));
  return (text) => text.replaceAll('/etc/ssl/desk.example.com.pem', both).replaceAll('/etc/ssl/desk.example.com.key', key);
}

const checks = {
  nginx(withCertificate) {
    const server = written('desk.conf', withCertificate(example('nginx.conf')));
    const whole = `pid ${folder}/pid; error_log stderr; events {} http { access_log off; include ${server}; }`;
    return call(find('nginx'), ['-t', '-c', written('nginx.conf', whole), '-p', folder]);
  },
  haproxy: (withCertificate) =>
    call(find('haproxy'), ['-c', '-f', written('haproxy.cfg', withCertificate(example('haproxy.cfg')))]),
  caddy: () =>
    call(find('caddy'), ['validate', '--adapter', 'caddyfile', '--config', written('Caddyfile', example('Caddyfile'))]),
};

/** Every name that is used is made, and every address is one. */
function checkTraefik() {
  const { http } = parse(example('traefik.yml'));
  const problems = [];
  for (const [name, { service, middlewares = [], entryPoints }] of Object.entries(http.routers)) {
    if (!(service in http.services) || !entryPoints?.length) problems.push(`the router ${name} leads nowhere`);
    for (const used of middlewares) if (!(used in http.middlewares)) problems.push(`there is no middleware ${used}`);
  }
  for (const { loadBalancer } of Object.values(http.services)) {
    if (!(loadBalancer.serversTransport in http.serversTransports)) problems.push(`there is no ${loadBalancer.serversTransport}`);
    for (const { url } of loadBalancer.servers) if (!URL.canParse(url)) problems.push(`${url} is no address`);
  }
  return problems;
}

let failed = 0;
const fail = (words) => (say(words), failed++);
try {
  const withCertificate = certificate();
  for (const [name, check] of Object.entries(checks)) {
    if (!existsSync(find(name) ?? '')) {
      fail(`${name} is not installed: ${needs.proxies.packages.join(' ')}`);
      continue;
    }
    const { status, stderr, stdout } = check(withCertificate);
    if (status === 0) say(`${name} takes its example`);
    else fail(`${name} refuses its example: ${stderr || stdout}`);
  }
  const problems = checkTraefik();
  if (problems.length === 0) say('traefik: the form of its example is right');
  for (const problem of problems) fail(`traefik: ${problem}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failed > 0 ? 1 : 0;
