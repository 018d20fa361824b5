import type { Desk } from '@balie/plugin-sdk';
import type { Settings } from './settings.js';

export const TEXT_LENGTH = 8000;
export const FILES = 5;
const MB = 1_000_000;

/** What a visitor may send; it is said before he tries. */
export function limitsOf({ attachments, fileMegabytes }: Settings) {
  return { text: TEXT_LENGTH, files: attachments ? FILES : 0, fileBytes: fileMegabytes * MB, accept: '*/*' };
}

/** Whether a copy of the chat can be had by mail: the inbox must have a mailbox to send it from (D36). */
export function givesCopies({ transcript }: Settings, { writesTo = [] }: Pick<Desk, 'writesTo'>): boolean {
  return transcript !== 'never' && writesTo.includes('email');
}
