import type { Config } from './config.js';

/** This machine itself is never asked through the proxy. */
const NEVER_PROXIED = ['localhost', '127.0.0.1', '[::1]'];

/** What the processes of plugins, which get nothing of our environment, must know of the way out: Node's own variables for it. */
export function pluginEnvironment({ outgoingProxy, caFile, pluginSettings }: Config): Record<string, string> {
  const environment: Record<string, string> = {};
  if (caFile !== undefined) environment['NODE_EXTRA_CA_CERTS'] = caFile;
  if (outgoingProxy === undefined) return environment;
  const named = Object.entries(pluginSettings).flatMap(([name, value]) =>
    name.endsWith('_PRIVATE_HOSTS') ? value.split(',') : [],
  );
  const straight = [...NEVER_PROXIED, ...named.map((host) => host.trim())].join(',');
  return { ...environment, NODE_USE_ENV_PROXY: '1', HTTP_PROXY: outgoingProxy, HTTPS_PROXY: outgoingProxy, NO_PROXY: straight };
}
