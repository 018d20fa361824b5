import path from 'node:path';
import { ChannelError, type Channel, defineChannel, type RouteOptions } from '@balie/plugin-sdk';
import { type ChatContext, type Handle, Refusal } from './answer.js';
import { FILES, TEXT_LENGTH } from './limits.js';
import { admitOrigin } from './origins.js';
import { amend, send, signalDesk, signalRead, signalTyping } from './outward.js';
import { open, session } from './routes/begin.js';
import { frameRoute, widgetRoute } from './routes/files.js';
import { preview } from './routes/preview.js';
import { history, sync } from './routes/reading.js';
import { say, upload } from './routes/say.js';
import { details, leave, page, read, transcript, typing } from './routes/signals.js';
import { type Settings, settings } from './settings.js';
import { transcriptTo } from './details.js';
import { fromSites } from './sites.js';
import { EVERYBODY, identityOf, requireVisitor, topicOf } from './visitor.js';

const QUIET_MINUTES = 30;
const MAX_UPLOAD = 20_000_000;
declare const __dirname: string | undefined;
/** Where the build puts the visitor's bundle: beside the built plugin. */
const widgetFolder = (): string => path.join(typeof __dirname === 'string' ? __dirname : path.resolve('dist'), 'widget');

const post = (handle: Handle, maxBytes = 64 * 1024): RouteOptions & { handle: Handle } => ({
  method: 'POST',
  public: true,
  cors: true,
  maxBytes,
  handle: fromSites(handle),
});

const routes: NonNullable<Channel<typeof settings>['routes']> = {
  widget: { method: 'GET', public: true, cors: true, handle: widgetRoute(widgetFolder) },
  // No `cors`: what it carries is for whoever embeds it, not for whoever asks.
  frame: { method: 'GET', public: true, handle: frameRoute(widgetFolder) },
  preview: { method: 'GET', public: false, handle: preview },
  open: post(open),
  session: post(session),
  sync: post(sync),
  history: post(history),
  say: post(say),
  upload: post(upload, MAX_UPLOAD),
  typing: post(typing),
  read: post(read),
  details: post(details),
  page: post(page),
  leave: post(leave),
  transcript: post(transcript),
};

/** Lets a visitor's page be told live what is said to him, and to nobody else. */
async function stream(request: Parameters<Handle>[0], context: ChatContext) {
  try {
    admitOrigin(request, context);
    const visitor = await requireVisitor(request, context);
    const identity = identityOf(visitor);
    await context.ingest([{ type: 'online', sender: identity, thread: { key: visitor.id }, active: true }]);
    return { topics: [topicOf(visitor.id), EVERYBODY], identity };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new ChannelError(error.code === 'UNAUTHENTICATED' ? 'auth' : 'rejected', error.message);
  }
}

/** With 0 nothing is closed, and a chat is still over after a while, so that a copy of it can go out. */
function endingOf(closeAfter: number) {
  return { afterMinutes: closeAfter || QUIET_MINUTES, closes: closeAfter > 0 };
}

/** Live chat on a website. */
export const chat = defineChannel<typeof settings>({
  type: 'chat',
  title: { en: 'Website chat', nl: 'Website-chat' },
  icon: 'message-circle',
  view: { id: 'chat', title: { en: 'Chat', nl: 'Chat' } },
  identities: ['visitor'],
  settings,
  settingsVersion: 1,
  capabilities: {
    outbound: 'reply',
    continuity: 'one-per-contact',
    offline: 'next-route',
    ending: endingOf(QUIET_MINUTES),
    text: { maxLength: TEXT_LENGTH, formats: [] },
    files: { maxBytes: 25_000_000, maxCount: FILES, mime: ['*/*'] },
    choices: 'full',
    edit: 'full',
    delete: 'full',
    reaction: 'none',
    typing: { in: true, out: true },
    receipts: ['read'],
    compose: [],
  },
  check: ({ settings: { name, closeAfter } }: { settings: Settings }) =>
    Promise.resolve({ account: name.toLowerCase(), label: name, capabilities: { ending: endingOf(closeAfter) } }),
  routes,
  stream,
  send,
  amend,
  signalTyping,
  signalRead,
  signalDesk,
  transcriptTo: ({ key }, why, context) => transcriptTo(key, why, context),
});
