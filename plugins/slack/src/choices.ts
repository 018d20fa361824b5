import type { Context as HostContext, SettingChoice, SettingChoices, Text } from '@balie/plugin-sdk';
import { INSTALLED, Slack, SlackError } from './api.js';
import type { Settings } from './settings.js';

/** Slack's own most is “under 1000” (docs.slack.dev, conversations.list), of which it lets us read some twenty pages a minute. */
const PAGE = 900;
const PAGES = 5;
/** Somebody waits for the list. */
const PATIENCE_MS = 5_000;
const ALL = 'public_channel,private_channel';

interface Listed {
  channels: { id: string; name?: string; is_private?: boolean; is_member?: boolean; is_archived?: boolean }[];
  response_metadata?: { next_cursor?: string };
}
type FormContext = HostContext<Partial<Settings>>;

const NOTES = {
  noToken: {
    en: 'Fill in the bot token first: then the channels of your workspace can be chosen here.',
    nl: 'Vul eerst de bot-token in: dan kun je hier uit de kanalen van je werkruimte kiezen.',
  },
  notInstalled: {
    en: 'Slack is not connected yet. Save, open the address for connecting, and come back: then channels can be chosen here. Until then, type the id.',
    nl: 'Slack is nog niet verbonden. Bewaar, open het adres om te verbinden en kom terug: dan kun je hier kanalen kiezen. Typ tot dan de id.',
  },
  none: { en: 'The workspace has no channel that the app may see.', nl: 'De werkruimte heeft geen kanaal dat de app mag zien.' },
  onlyPublic: {
    en: 'Private channels are not listed: the app lacks the scope groups:read.',
    nl: 'Privékanalen staan er niet bij: de app mist de scope groups:read.',
  },
  more: {
    en: 'Not all channels are listed. Of one that is missing, type the id.',
    nl: 'Niet alle kanalen staan erbij. Typ de id van een kanaal dat ontbreekt.',
  },
  outside: { en: 'The app is not in it yet: /invite @Balie', nl: 'De app zit er nog niet in: /invite @Balie' },
  private: { en: 'Private', nl: 'Privé' },
} satisfies Record<string, Text>;

/** The channels of the workspace, by name; those that are archived can't be written in. */
export async function listChannels(context: FormContext): Promise<SettingChoices> {
  const missing = await whatIsMissing(context);
  if (missing) return { choices: [], note: missing };
  const slack = new Slack(context as HostContext<Settings>);
  try {
    return await read(slack, ALL);
  } catch (error) {
    if (!(error instanceof SlackError) || error.code !== 'missing_scope') throw error;
    const { choices, note } = await read(slack, 'public_channel');
    return { choices, note: note ?? NOTES.onlyPublic };
  }
}

async function whatIsMissing({ settings, state }: FormContext): Promise<Text | null> {
  if (settings.connect === 'oauth') return (await state.get(INSTALLED)) ? null : NOTES.notInstalled;
  return settings.botToken ? null : NOTES.noToken;
}

async function read(slack: Slack, types: string): Promise<SettingChoices> {
  const found = new Map<string, SettingChoice>();
  let cursor = '';
  for (let page = 0; page < PAGES; page += 1) {
    const args = { types, exclude_archived: true, limit: PAGE, ...(cursor ? { cursor } : {}) };
    const answer = await slack.call<Listed>('conversations.list', args, PATIENCE_MS).catch((error: unknown) => {
      // What was read before is of use although Slack asks to wait now.
      if (page > 0 && error instanceof SlackError && error.kind === 'rate_limited') return null;
      throw error;
    });
    if (!answer) break;
    for (const channel of answer.channels) if (!channel.is_archived) found.set(channel.id, choiceOf(channel));
    cursor = answer.response_metadata?.next_cursor ?? '';
    if (cursor === '') break;
  }
  const choices = [...found.values()].sort((a, b) => a.label.localeCompare(b.label));
  if (cursor !== '') return { choices, note: NOTES.more };
  return choices.length > 0 ? { choices } : { choices, note: NOTES.none };
}

function choiceOf({ id, name, is_private, is_member }: Listed['channels'][number]): SettingChoice {
  const help = is_member === false ? NOTES.outside : is_private ? NOTES.private : null;
  return { value: id, label: `#${name ?? id}`, ...(help ? { help } : {}) };
}
