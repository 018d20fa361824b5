import type { Context } from './api.js';
import { type Conversation, type Item, type ItemFile, pageOf } from './desk.js';
import { cut, escape } from './mrkdwn.js';
import { type Texts, textsOf } from './texts.js';

/** Slack's own limits are 150 for a header and 3,000 for a text; what is longer stands in Balie. */
const HEADER_LENGTH = 150;
const TEXT_LENGTH = 2800;
/** What Slack shows in a notice. */
const NOTICE_LENGTH = 300;

/** A message for `chat.postMessage` and `chat.update`: `text` is for notices and for those who can't see blocks. */
export interface Post {
  text: string;
  blocks: Record<string, unknown>[];
}

const plainText = (text: string) => ({ type: 'plain_text', text, emoji: false });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text, verbatim: true });
const context = (...texts: string[]) => ({ type: 'context', elements: texts.map(mrkdwn) });
const button = (action: string, text: string, value: string, more: object = {}) => ({
  type: 'button',
  action_id: action,
  text: plainText(text),
  value,
  ...more,
});
/** Nothing in it is read as markup: what a stranger wrote mentions nobody and formats nothing. */
const literal = (text: string) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
});

/** The message above the thread: who, about what, whose turn, and what can be done at once. */
export function parentOf(ctx: Pick<Context, 'instance' | 'settings'>, conversation: Conversation): Post {
  const t = textsOf(ctx.settings);
  const { id, subject, status, assignee, contact, inbox, channelTitle, number } = conversation;
  const title = cut(subject.trim() || t.noSubject, HEADER_LENGTH);
  const who = contact?.name?.trim() || t.someone;
  const place = [inbox.name, channelTitle, `#${number}`].filter(Boolean).join(' · ');
  const done = status === 'CLOSED';
  const buttons = [
    button('assign', t.assign, id),
    done ? button('reopen', t.reopen, id) : button('close', t.close, id),
    { type: 'button', action_id: 'open', text: plainText(t.open), url: pageOf(ctx, conversation) },
  ];
  return {
    text: escape(cut(`${who}: ${title}`, NOTICE_LENGTH)),
    blocks: [
      { type: 'header', text: plainText(title) },
      {
        type: 'section',
        fields: [
          mrkdwn(`*${escape(cut(who, 200))}*\n${escape(place)}`),
          mrkdwn(
            `*${done ? ':white_check_mark: ' : ''}${t.status[status]}*\n${t.assignee}: ${escape(assignee?.name ?? t.nobody)}`,
          ),
        ],
      },
      { type: 'actions', elements: buttons },
      context(t.hint),
    ],
  };
}

/** One message or comment in the thread. */
export function entryOf(ctx: Pick<Context, 'settings'>, { author, direction, text, attachments }: Item): Post {
  const t = textsOf(ctx.settings);
  const name = author?.trim() || t.someone;
  const said = { INBOUND: t.received, OUTBOUND: t.sent, INTERNAL: t.comment }[direction](name);
  const icon = { INBOUND: ':incoming_envelope:', OUTBOUND: ':outbox_tray:', INTERNAL: ':lock:' }[direction];
  const shown = cut(text, TEXT_LENGTH);
  // The others follow as files of Slack's own.
  const named = attachments.filter((file) => !isShown(file));
  return {
    text: escape(cut(`${said}: ${text}`, NOTICE_LENGTH)),
    blocks: [
      context(`${icon} *${escape(said)}*`),
      ...(shown === '' ? [] : [literal(shown)]),
      ...(shown === text ? [] : [context(t.more)]),
      ...(named.length === 0 ? [] : [list(named)]),
    ],
  };
}

/** Files that are in Balie only. */
export function filesLeft(ctx: Pick<Context, 'settings'>, files: readonly ItemFile[]): Post {
  const t = textsOf(ctx.settings);
  return { text: t.filesLeft, blocks: [context(t.filesLeft), list(files)] };
}

/** As large as Slack and Balie both take. */
export const MOST_BYTES = 50 * 1024 * 1024;
/** Whether a file is put into Slack: what is empty or too large is named only. */
export const isShown = ({ bytes, state }: ItemFile): boolean =>
  state !== 'GONE' && bytes !== 0 && (bytes === null || bytes <= MOST_BYTES);

function list(files: readonly ItemFile[]) {
  const lines = files.slice(0, 20).map((file) => `:paperclip: ${escape(cut(file.name, 200))}${sizeOf(file.bytes)}`);
  return { type: 'section', text: mrkdwn(cut(lines.join('\n'), TEXT_LENGTH)) };
}

/** A word to one person, which nobody else sees. */
export function wordTo(t: Texts, text: string, link: string | null): Post {
  const actions = {
    type: 'actions',
    elements: [{ type: 'button', action_id: 'link', text: plainText(t.link), style: 'primary', url: link }],
  };
  return {
    text: cut(text, NOTICE_LENGTH),
    blocks: [{ type: 'section', text: mrkdwn(text) }, ...(link === null ? [] : [actions])],
  };
}

function sizeOf(bytes: number | null): string {
  if (bytes === null) return '';
  return bytes < 1024 * 1024 ? ` (${Math.max(1, Math.round(bytes / 1024))} kB)` : ` (${(bytes / 1024 / 1024).toFixed(1)} MB)`;
}
