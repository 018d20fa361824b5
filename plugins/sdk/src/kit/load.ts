import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { definePlugin } from '../index.js';
import type { Conformance } from './conformance.js';

export type Plugin = ReturnType<typeof definePlugin>;
/** The `balie` key of a package.json, with the name and version beside it. */
export interface Manifest {
  name: string;
  version: string;
  id: string;
  apiVersion: number;
  entry: string;
  channels: string[];
  responders: string[];
  permissions: { net: string[]; scopes: string[] };
}
export interface Loaded {
  folder: string;
  manifest: Manifest;
  plugin: Plugin;
  conformance: Conformance;
}

/** Reads a plugin's manifest and loads its code; throws an Error in words. */
export async function loadPlugin(folder: string, conformance?: Conformance): Promise<Loaded> {
  const manifest = await readManifest(folder);
  const entry = path.join(folder, manifest.entry);
  if (!existsSync(entry)) throw new Error(`${manifest.entry} is not there. Build the plugin first.`);
  const loaded = await exportOf(entry);
  if (typeof loaded !== 'object' || loaded === null)
    throw new Error('The plugin must export what definePlugin answers, as its default.');
  return { folder, manifest, plugin: loaded as Plugin, conformance: conformance ?? (await conformanceOf(folder)) };
}

export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(path.join(folder, 'package.json'), 'utf8');
  const { name, version, balie } = JSON.parse(text) as { name: string; version: string; balie?: Partial<Manifest> };
  if (!balie) throw new Error('package.json has no "balie" key: this is no plugin.');
  return {
    name,
    version,
    id: balie.id ?? '',
    apiVersion: balie.apiVersion ?? 0,
    entry: balie.entry ?? '',
    channels: balie.channels ?? [],
    responders: balie.responders ?? [],
    permissions: { net: balie.permissions?.net ?? [], scopes: balie.permissions?.scopes ?? [] },
  };
}

async function conformanceOf(folder: string): Promise<Conformance> {
  const file = ['conformance.mjs', 'conformance.js', 'conformance.ts'].map((name) => path.join(folder, name)).find(existsSync);
  return file === undefined ? {} : ((await exportOf(file)) as Conformance);
}

/** The default export, also of what was bundled as CommonJS. */
async function exportOf(file: string): Promise<unknown> {
  const module = (await import(pathToFileURL(file).href)) as { default?: { default?: unknown } };
  return module.default?.default ?? module.default;
}
