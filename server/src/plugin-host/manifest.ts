import { API_VERSION } from '@balie/plugin-sdk';
import { z } from 'zod';
import type { PluginGrant } from '../features/plugins/index.js';

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

/** What a plugin asks for, for the person who decides. That raw connections are not blocked holds for one that asks for none, too. */
export function grantsOf({ permissions, channels, responders, limits }: Manifest): PluginGrant[] {
  const { net, scopes } = permissions;
  const any = net.includes('*');
  return [
    ...grant('NETWORK', any ? ['*'] : net),
    ...(any ? [] : [{ kind: 'RAW_CONNECTIONS' as const, values: [] }]),
    ...channels.flatMap((channel) => grant('CHANNEL', [channel])),
    ...responders.flatMap((responder) => grant('RESPONDER', [responder])),
    ...grant('SCOPES', scopes),
    ...grant('MEMORY', [String(limits.heapMb)]),
  ];
}

const grant = (kind: PluginGrant['kind'], values: string[]): PluginGrant[] => (values.length > 0 ? [{ kind, values }] : []);
