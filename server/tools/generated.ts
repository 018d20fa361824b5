import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { joinedSchema } from '../src/app/graphql/schema-files.js';
import { settingsPage } from '../src/app/settings-page.js';
import { exportKindsPage } from './export-page.js';
import { changesPage } from './schema-page.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Committed files that are made of others, with what they must hold. */
export const GENERATED: readonly { path: string; text: () => string }[] = [
  { path: join(ROOT, 'server/schema.graphql'), text: joinedSchema },
  { path: join(ROOT, 'server/docs/schema-changes.md'), text: changesPage },
  { path: join(ROOT, 'deploy/docs/settings.md'), text: settingsPage },
  { path: join(ROOT, 'deploy/docs/export-kinds.md'), text: exportKindsPage },
];
