import type { Text } from '@balie/plugin-sdk';
import { z } from 'zod';
import { words } from './setting-words.js';

const afterFetch = z.enum(['leave', 'seen', 'move', 'delete']);
const afterFetchLabels: Record<z.output<typeof afterFetch>, Text> = {
  leave: { en: 'Leave it as it is (recommended)', nl: 'Laten zoals hij is (aanbevolen)' },
  seen: { en: 'Mark it as read', nl: 'Als gelezen markeren' },
  move: { en: 'Move it to another folder', nl: 'Verplaatsen naar een andere map' },
  delete: { en: 'Delete it', nl: 'Verwijderen' },
};

/** Which folders are read, and what becomes of their mails on the server. */
export const readingSettings = {
  folders: z
    .string()
    .trim()
    .min(1)
    .default('INBOX')
    .meta(
      words(
        { en: 'Folders to read', nl: 'Mappen om te lezen' },
        {
          en: 'Names, parted by commas; a folder in a folder as Folder/Sub. Mail from a junk folder counts as spam. Trash and drafts are never read.',
          nl: 'Namen, gescheiden door komma’s; een map in een map als Map/Submap. Mail uit een spammap telt als spam. Prullenbak en concepten worden nooit gelezen.',
        },
      ),
    ),
  readSent: z
    .boolean()
    .default(true)
    .meta(
      words(
        { en: 'Read the Sent folder', nl: 'Verzonden lezen' },
        {
          en: 'Answers that somebody gives in another mail program then stand in their conversation.',
          nl: 'Antwoorden die iemand in een ander mailprogramma geeft, staan dan in hun gesprek.',
        },
        { advanced: true },
      ),
    ),
  sentFolder: z
    .string()
    .trim()
    .max(500)
    .default('')
    .meta(
      words(
        { en: 'Sent folder', nl: 'Map voor verzonden mail' },
        { en: 'Only when the mail server does not name it by itself.', nl: 'Alleen als de mailserver hem niet zelf noemt.' },
        { advanced: true },
      ),
    ),
  afterFetch: afterFetch.default('leave').meta(
    words(
      { en: 'When a mail has been read in', nl: 'Als een mail is ingelezen' },
      {
        en: 'What happens to it on the mail server, once it is stored here.',
        nl: 'Wat er op de mailserver mee gebeurt, zodra hij hier is opgeslagen.',
      },
      { advanced: true, labels: afterFetchLabels },
    ),
  ),
  moveTo: z
    .string()
    .trim()
    .max(500)
    .default('')
    .meta(
      words(
        { en: 'Move to folder', nl: 'Verplaatsen naar map' },
        {
          en: 'Only when mails are moved. It is made when it is not there.',
          nl: 'Alleen als mails worden verplaatst. De map wordt gemaakt als hij er niet is.',
        },
        { advanced: true },
      ),
    ),
};
