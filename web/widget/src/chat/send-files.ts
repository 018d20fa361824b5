import type { Api } from './api.js';
import type { Outbox, Outgoing } from './outbox.js';
import { Trouble } from './trouble.js';

/** Sends the files of a message that are not at the server yet; answers by what the server knows all of them. Throws Trouble. */
export async function sendFiles({ id, files }: Outgoing, outbox: Outbox, api: Api, signal: AbortSignal): Promise<string[]> {
  const names: string[] = [];
  for (const [at, { file, blob, name }] of files.entries()) {
    const progress = (share: number) => outbox.updateFile(id, at, { share });
    const sent = file ?? (blob && (await api.upload(blob, name, { progress, signal })).file);
    if (sent === undefined) throw new Trouble(422, '', '');
    outbox.updateFile(id, at, { file: sent, share: undefined });
    names.push(sent);
  }
  return names;
}
