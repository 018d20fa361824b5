import { createHash, randomBytes } from 'node:crypto';
import { ChannelError, type Json, type SetupOptions, type SetupStep, type Text } from '@balie/plugin-sdk';
import { z } from 'zod';
import { words } from '../setting-words.js';
import { completed } from '../settings-sign-in.js';
import { settings, type Settings } from '../settings.js';
import { providerOf, REGISTER, type Provider } from './providers.js';
import { requestTokens, type Granted } from './token-endpoint.js';
import { TOKENS, tokensOf } from './tokens.js';

type Filled = Record<string, Json>;
/** What is kept while the admin is at the provider, and while he mends something after it. */
interface Kept {
  form?: Filled;
  verifier?: string;
}
const FORM = 'settings';
const RETURN = 'signed-in';
/** What a grant is for: when one of these changes, somebody has to sign in anew. */
const OF_THE_GRANT = ['signIn', 'user', 'clientId', 'tenant', 'authorizeUrl', 'tokenUrl', 'scopes'] as const;

/** One form; where OAuth lets us in, the provider's own page follows it (RFC 6749, 4.1, with PKCE, RFC 7636). */
export async function setup(input: { step: string; data: Filled } | null, o: SetupOptions): Promise<SetupStep> {
  const kept = (o.kept ?? {}) as Kept;
  if (!input) {
    if (o.reauth && o.settings && o.settings['signIn'] !== 'password') return redirect(o, o.settings);
    return form(o, kept.form ?? o.settings ?? {});
  }
  if (input.step === FORM) return filledIn(o, withSecrets(input.data, kept.form));
  if (input.step === RETURN && kept.form && kept.verifier) return returned(o, input.data, kept.form, kept.verifier);
  throw new ChannelError('rejected', 'This step is over; begin again.');
}

function form(o: SetupOptions, values: Filled, error?: Text): SetupStep {
  const shape = Object.entries(settings.shape).flatMap(([name, field]) =>
    name === 'signIn' ? [[name, field] as const, ...waysBack(o.callbackUrl)] : [[name, field] as const],
  );
  const schema = z.object(Object.fromEntries(shape));
  return { step: FORM, show: 'form', schema, values, ...(error ? { error, keep: { form: values } } : {}) };
}

/** The address that is registered at the provider, with where. */
const waysBack = (callbackUrl: string) =>
  Object.entries(REGISTER).map(([way, { help, link }]) => {
    const meta = words({ en: 'Redirect URI', nl: 'Omleidings-URI' }, help, {
      copy: true,
      when: { signIn: [way] },
      ...(link ? { link } : {}),
    });
    return [`${way}RedirectUri`, z.string().default(callbackUrl).meta(meta)] as const;
  });

/** A secret that was typed before the admin came back to the form need not be typed again. */
const withSecrets = (data: Filled, before: Filled = {}): Filled => ({
  ...data,
  clientSecret: data['clientSecret'] || before['clientSecret'] || '',
});

function filledIn(o: SetupOptions, data: Filled): SetupStep {
  const filled = completed(data);
  const wanted = settings.parse(filled);
  if (wanted.signIn === 'password') return { show: 'done', settings: filled };
  // It is not ours any more.
  const bare = { ...filled, password: '' };
  const before = o.reauth ? null : (o.settings as Partial<Settings> | null);
  const signedIn = before !== null && OF_THE_GRANT.every((name) => before[name] === wanted[name]);
  return signedIn ? { show: 'done', settings: bare } : redirect(o, bare);
}

function redirect(o: SetupOptions, filled: Filled): SetupStep {
  const wanted = settings.parse(filled);
  const { authorizeUrl, scopes, ask } = oauthOf(wanted);
  const verifier = randomBytes(48).toString('base64url');
  const url = new URL(authorizeUrl);
  const query = {
    ...ask,
    response_type: 'code',
    client_id: wanted.clientId,
    redirect_uri: o.callbackUrl,
    scope: scopes.join(' '),
    state: o.state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(query)) if (value) url.searchParams.set(name, value);
  return { step: RETURN, show: 'redirect', url: url.href, keep: { form: filled, verifier } };
}

async function returned(o: SetupOptions, answer: Filled, filled: Filled, verifier: string): Promise<SetupStep> {
  const wanted = settings.parse(filled);
  const provider = oauthOf(wanted);
  if (typeof answer['code'] !== 'string') return form(o, filled, refused(answer, provider));
  let granted: Granted;
  try {
    const grant = {
      grant_type: 'authorization_code',
      code: answer['code'],
      redirect_uri: o.callbackUrl,
      code_verifier: verifier,
    };
    granted = await requestTokens(wanted, provider, grant);
  } catch (error) {
    if (error instanceof ChannelError) return form(o, filled, error.message);
    throw error;
  }
  const wrong = lacking(granted, provider);
  if (wrong) return form(o, filled, wrong);
  return { show: 'done', settings: filled, state: { [TOKENS]: { ...tokensOf(granted, Date.now()) } } };
}

/** The provider's own word for why there is no code (RFC 6749, 4.1.2.1). */
function refused(answer: Filled, { name }: Provider): Text {
  const { error, error_description: description } = answer;
  if (error === 'access_denied')
    return {
      en: `Nothing was agreed to at ${name}, so Balie is not let in. Sign in again and agree.`,
      nl: `Bij ${name} is geen toestemming gegeven, dus Balie wordt niet binnengelaten. Meld je opnieuw aan en geef toestemming.`,
    };
  const said = [description, error].find((text) => typeof text === 'string' && text !== '');
  const quoted = typeof said === 'string' ? `: “${said.split(/[\r\n]/)[0]?.slice(0, 300)}”` : '.';
  return { en: `${name} did not sign you in${quoted}`, nl: `${name} heeft je niet aangemeld${quoted}` };
}

function lacking({ scopes, refreshToken }: Granted, { name, needed }: Provider): Text | null {
  const given = scopes?.map((scope) => scope.toLowerCase());
  const missing = given ? needed.filter((scope) => !given.includes(scope.toLowerCase())) : [];
  if (missing.length > 0)
    return {
      en: `At ${name} Balie was not given all that it needs: ${missing.join(', ')} is missing. Sign in again and leave every box ticked; if there was none, add the permission to the app.`,
      nl: `Bij ${name} heeft Balie niet alles gekregen wat nodig is: ${missing.join(', ')} ontbreekt. Meld je opnieuw aan en laat elk vakje aangevinkt; was er geen, voeg de machtiging dan toe aan de app.`,
    };
  if (refreshToken !== null) return null;
  return {
    en: `${name} let Balie in for an hour only: it handed out no refresh token. See whether the app may have offline access.`,
    nl: `${name} heeft Balie maar voor een uur binnengelaten: er kwam geen refresh-token. Kijk of de app offline toegang mag hebben.`,
  };
}

function oauthOf(s: Settings): Provider {
  const provider = providerOf(s);
  if (!provider) throw new ChannelError('rejected', 'This mailbox signs in by a password.');
  return provider;
}
