export { type PluginHostOptions } from './host-options.js';
export { PluginHostModule } from './plugin-host.module.js';
export { StreamLines } from './http/stream-lines.js';
