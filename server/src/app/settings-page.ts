import { SETTINGS } from './settings.js';
import { EXIT, EXIT_MEANINGS } from './start-error.js';

/** `deploy/docs/settings.md`, made of the settings themselves. */
export function settingsPage(): string {
  const rows = Object.entries(SETTINGS).map(([name, setting]) => {
    const file = setting.secret ? ` (or \`${name}_FILE\`)` : '';
    return `| \`${name}\`${file} | ${setting.description} | ${setting.fallback} |`;
  });
  const codes = Object.entries(EXIT).map(([name, code]) => `| ${code} | ${EXIT_MEANINGS[name as keyof typeof EXIT]} |`);
  return [
    '# Settings',
    '',
    'Balie needs no setting to start. Everything below is an environment variable, read once at the start. A variable that',
    'begins with `BALIE_` and is not in this list, or a value that can not be right, stops the start with a sentence that says',
    'which one and why. Where a `_FILE` variant is named, the value may be put in a file and the variable name that file.',
    '',
    'This page is made from `server/src/app/settings.ts` by `npm run docs -w server`.',
    '',
    '| Setting | What it does | When not set |',
    '| --- | --- | --- |',
    ...rows,
    '',
    '## Settings of plugins',
    '',
    'A variable `BALIE_PLUGIN_<ID>_<NAME>`, or a file that `BALIE_PLUGIN_<ID>_<NAME>_FILE` names, is handed to the plugin with',
    'that id. Which ones it has is said on its own page, `plugins/<id>/README.md`; a wrong one stops nothing but what it is for,',
    'and is told where that is set up.',
    '',
    '## Exit codes',
    '',
    'When the server can not start or go on, it prints one sentence and ends with one of these codes.',
    '',
    '| Code | Meaning |',
    '| --- | --- |',
    '| 0 | It was asked to stop, and stopped. |',
    ...codes,
    '| 1 | Anything else: a bug. The log has it. |',
    '',
  ].join('\n');
}
