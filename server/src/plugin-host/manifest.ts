import { API_VERSION } from '@balie/plugin-sdk';
import { z } from 'zod';

/** Versions of the plugin API that this host serves. */
export const SERVED_API_VERSIONS: readonly number[] = [API_VERSION];

const relative = z
  .string()
  .max(500)
  .refine(
    (path) => !/^([/\\]|[a-z]:)/i.test(path) && !path.split(/[/\\]/).includes('..'),
    'The entry must lie inside the package.',
  );
const word = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'Ids are small letters, digits and dashes, and begin with a letter.');

/** The `balie` key of a plugin's package.json, read before any of its code runs. */
const balie = z.object({
  id: word,
  apiVersion: z.number().int().min(1),
  entry: relative,
  channels: z.array(word).max(20).default([]),
  responders: z.array(word).max(20).default([]),
  permissions: z
    .object({
      net: z
        .array(z.string().regex(/^(\*|(\*\.)?[a-z0-9.-]+(:(\d{1,5}|\*))?)$/i, 'Hosts are written as host:port, or * for all.'))
        .max(100)
        .default([]),
      scopes: z.array(z.string().max(60)).max(20).default([]),
    })
    .default({ net: [], scopes: [] }),
  limits: z
    .object({ heapMb: z.number().int().min(16).max(4096).default(96), rssMb: z.number().int().min(64).max(8192).optional() })
    .default({ heapMb: 96 }),
  since: z.string().max(40).optional(),
});

const packageJson = z.object({
  name: z.string().min(1).max(200),
  version: z
    .string()
    .regex(/^\d+\.\d+\.\d+[0-9A-Za-z.+-]*$/, 'The version must be like 1.2.3.')
    .max(60),
  balie,
});

/** What a plugin says of itself and asks for. */
export interface Manifest extends z.output<typeof balie> {
  name: string;
  version: string;
}

/** A plugin package as it lies on the disk. */
export interface PluginPackage {
  manifest: Manifest;
  /** Absolute, without links. */
  folder: string;
}

/** The manifest in the text of a package.json; throws an Error whose message says what is wrong with it. */
export function parseManifest(text: string): Manifest {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Error('package.json is not valid JSON.');
  }
  const parsed = packageJson.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    throw new Error(`package.json, ${issue.path.join('.') || 'as a whole'}: ${issue.message}`);
  }
  const { name, version, balie: own } = parsed.data;
  return { ...own, name, version };
}

/** What a plugin asks for, in words for the person who decides. */
export function permissionsInWords(manifest: Manifest): string[] {
  const { net, scopes } = manifest.permissions;
  const words: string[] = [];
  if (net.includes('*')) words.push('Connect to any server on the network.');
  else if (net.length > 0) words.push(`Connect to ${net.join(', ')}.`);
  if (net.length > 0 && !net.includes('*'))
    words.push('Its requests through Balie are held to that; raw connections of its own are not blocked.');
  for (const channel of manifest.channels)
    words.push(`Receive and send messages in channels of the type “${channel}” that you connect.`);
  for (const responder of manifest.responders)
    words.push(`Hear what happens in the inboxes that you choose for “${responder}”, and act there by itself.`);
  if (scopes.length > 0) words.push(`Use the API with the scopes ${scopes.join(', ')}.`);
  words.push(`Use up to ${manifest.limits.heapMb} MB of memory in a process of its own.`);
  return words;
}
