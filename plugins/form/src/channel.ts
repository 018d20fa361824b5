import { type ChannelContext, defineChannel, type RawRequest, type RawResponse, type Text } from '@balie/plugin-sdk';
import { formTree } from './form-tree.js';
import { keyOf, newToken, PROOF_BITS } from './guard.js';
import { embedOf, fitOf, json, pageOf } from './pages.js';
import { settings, type Settings } from './settings.js';
import { submit } from './submit.js';
import { TEXTS } from './words.js';

type Context = ChannelContext<Settings>;
/** Above what the files of a form may be together, and below what one call can carry. */
const MAX_BYTES = 12 * 1024 * 1024;

async function page({ receivedAt }: RawRequest, context: Context): Promise<RawResponse> {
  const action = context.instance.routeUrl('submit');
  const token = newToken(await keyOf(context), receivedAt);
  return pageOf(context.settings, formTree(context.settings, { action, token }), { action, script: true });
}

async function preview(_request: RawRequest, { settings, instance }: Context): Promise<RawResponse> {
  const action = instance.routeUrl('submit');
  return pageOf(settings, formTree(settings, { action, token: '' }), { action });
}

async function embed(_request: RawRequest, { settings, instance }: Context): Promise<RawResponse> {
  const action = instance.routeUrl('submit');
  const { sending, failed } = TEXTS[settings.language];
  const tree = formTree(settings, { action, token: '' });
  return embedOf(settings, { tree, action, token: instance.routeUrl('token'), words: { sending, failed } });
}

async function fit(_request: RawRequest, { instance }: Context): Promise<RawResponse> {
  return fitOf(instance.routeUrl('page'));
}

async function token({ receivedAt }: RawRequest, context: Context): Promise<RawResponse> {
  return json({ token: newToken(await keyOf(context), receivedAt), bits: PROOF_BITS });
}

const rule = (title: Text, on: boolean, to: 'spam' | 'filtered' = 'spam') => ({ title, to, on, knownContact: 'yields' as const });

/** A form on a web page: each submission begins a conversation, which goes on by e-mail (S22). */
export const form = defineChannel({
  type: 'form',
  title: { en: 'Support form', nl: 'Formulier' },
  icon: 'form',
  settings,
  settingsVersion: 1,
  identities: ['email', 'visitor'],
  view: { id: 'forms', title: { en: 'Forms', nl: 'Formulieren' } },
  capabilities: {
    outbound: 'none',
    continuity: 'threads',
    text: { formats: [] },
    files: 'none',
    choices: 'none',
    edit: 'none',
    delete: 'none',
    reaction: 'none',
    typing: { in: false, out: false },
    receipts: [],
    compose: [],
  },
  filterRules: {
    lured: rule({ en: 'A machine filled in what no person sees', nl: 'Een machine vulde in wat niemand ziet' }, true),
    hasty: rule({ en: 'Filled in within two seconds', nl: 'Ingevuld binnen twee seconden' }, true),
    links: rule(
      {
        en: 'Many links, and sent without the form’s script',
        nl: 'Veel links, en verstuurd zonder het script van het formulier',
      },
      true,
    ),
    unproven: rule(
      { en: 'Sent without the form’s script', nl: 'Verstuurd zonder het script van het formulier' },
      false,
      'filtered',
    ),
  },
  async check({ settings }) {
    return { account: settings.name, label: settings.name };
  },
  routes: {
    page: { method: 'GET', public: true, handle: page },
    embed: { method: 'GET', public: true, cors: true, handle: embed },
    fit: { method: 'GET', public: true, cors: true, handle: fit },
    token: { method: 'GET', public: true, cors: true, handle: token },
    submit: { method: 'POST', public: true, cors: true, maxBytes: MAX_BYTES, handle: submit },
    preview: { method: 'GET', public: false, handle: preview },
  },
});
