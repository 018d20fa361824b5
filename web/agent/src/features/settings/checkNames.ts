import type { TextKey } from '../../app/intl.js';

/** What each check is called. */
export const CHECK_NAMES: Record<string, TextKey> = {
  database: 'system.database',
  storage: 'system.storage',
  jobs: 'system.jobs',
  publicUrl: 'system.publicUrl',
  plugins: 'system.plugins',
  journal: 'system.journal',
  redis: 'system.redis',
  clock: 'system.clock',
  sending: 'system.sending',
  backup: 'system.backup',
  disk: 'system.disk',
  accounts: 'system.accounts',
  domains: 'system.domains',
  tokens: 'system.tokens',
  versions: 'system.versions',
};
