import { createHmac } from 'node:crypto';
import { ChannelError, type RawRequest, type RawResponse } from '@balie/plugin-sdk';
import { z } from 'zod';
import { type Context, graph } from './graph.js';
import { signedUser } from './signed-request.js';

/** All codes that are not done yet. */
const OPEN = 'deletions';
const stateKey = (code: string) => `deletion:${code}`;
const issueKey = (code: string) => `deletion-${code}`;
const CODE = /^\/?([A-Z0-9]{16})$/;
const pagesOf = z.object({ data: z.array(z.object({ id: z.string() })) });

/** A request of Meta's to erase somebody. `people` loses him when he is erased here; `seal` tells that from before. */
interface Asked {
  [key: string]: string | string[];
  people: string[];
  seal: string;
  on: string;
}

/**
 * Meta asks to erase somebody, as it does for whoever takes the app away (Meta, "Data Deletion Request Callback"). Answers with a code and
 * a page that says how far it is; an admin reads what to do, since a contact may be known by more than Messenger.
 */
export async function onDeletion(request: RawRequest, context: Context): Promise<RawResponse> {
  const form = new URLSearchParams(Buffer.from(request.body).toString('utf8'));
  const user = signedUser(form.get('signed_request') ?? '', context.settings.appSecret);
  if (user === null) return json(401, { error: 'The signature does not hold.' });
  // The same for the same person, so that a repeat asks nobody twice.
  const code = hmac(context, `deletion ${user}`).toUpperCase().slice(0, 16);
  await remember(context, code, await namesOf(context, user), request.receivedAt);
  await context.issue.raise(issueKey(code), {
    severity: 'warning',
    title: `Facebook asks to erase what is kept of somebody who wrote by Messenger (request ${code}).`,
    learnMore: `${context.instance.routeUrl('deletionTask')}/${code}`,
  });
  return json(200, { url: `${context.instance.routeUrl('deletionState')}/${code}`, confirmation_code: code });
}

/** How far it is, for whoever was erased. */
export async function showDeletion(request: RawRequest, context: Context): Promise<RawResponse> {
  const asked = await askedBy(request, context);
  if (!asked) return page(404, ['There is no such request.', 'Dit verzoek is er niet.']);
  if (await settle(context, asked.code, asked.value))
    return page(200, ['What was kept of you is erased.', 'Wat van je bewaard werd, is gewist.']);
  return page(200, [
    `Your request ${asked.code} of ${asked.value.on} was received and is being handled.`,
    `Je verzoek ${asked.code} van ${asked.value.on} is ontvangen en wordt behandeld.`,
  ]);
}

/** Whom to erase, for agents of the inbox. */
export async function showTask(request: RawRequest, context: Context): Promise<RawResponse> {
  const asked = await askedBy(request, context);
  if (!asked) return page(404, ['There is no such request.', 'Dit verzoek is er niet.']);
  if (await settle(context, asked.code, asked.value)) return page(200, ['He is erased.', 'Hij is gewist.']);
  const ids = asked.value.people.join(', ');
  return page(200, [
    `Erase the contact whose Messenger id is ${ids}: open him in Balie and choose “Erase”.`,
    `Wis het contact met Messenger-id ${ids}: open het in Balie en kies “Wissen”.`,
  ]);
}

/** Looks which of them were erased meanwhile; for the schedule. */
export async function settleDeletions(context: Context): Promise<void> {
  const open = await context.state.get<string[]>(OPEN);
  for (const code of open?.value ?? []) {
    const asked = await context.state.get<Asked>(stateKey(code));
    if (asked) await settle(context, code, asked.value);
  }
}

async function remember(context: Context, code: string, people: string[], at: Date): Promise<void> {
  const on = at.toISOString().slice(0, 10);
  await context.state.set(stateKey(code), { people, seal: hmac(context, people.join()), on } satisfies Asked);
  const open = await context.state.get<string[]>(OPEN);
  if (open?.value.includes(code)) return;
  await context.state.set(OPEN, [...(open?.value ?? []), code], { ifVersion: open?.version ?? 0 });
}

/** Whether he is erased: the erasure takes his ids out of all that plugins keep. Then nobody need be told any more. */
async function settle(context: Context, code: string, { people, seal }: Asked): Promise<boolean> {
  if (hmac(context, people.join()) === seal) return false;
  await context.issue.clear(issueKey(code));
  const open = await context.state.get<string[]>(OPEN);
  const left = (open?.value ?? []).filter((other) => other !== code);
  if (left.length !== open?.value.length) await context.state.set(OPEN, left, { ifVersion: open?.version ?? 0 });
  return true;
}

async function askedBy({ path }: RawRequest, context: Context): Promise<{ code: string; value: Asked } | null> {
  const code = CODE.exec(path)?.[1];
  const found = code === undefined ? null : await context.state.get<Asked>(stateKey(code));
  return code === undefined || !found ? null : { code, value: found.value };
}

/** By what our pages know him: Meta names him by the app's number for him (Meta, "ID Matching"). That one stands when there is no other. */
async function namesOf(context: Context, user: string): Promise<string[]> {
  const { appId, appSecret } = context.settings;
  try {
    const call = { method: 'GET', to: `${user}/ids_for_pages`, token: `${appId}|${appSecret}` } as const;
    const ids = pagesOf.parse(await graph(context, call)).data.map(({ id }) => id);
    return ids.length > 0 ? ids : [user];
  } catch (error) {
    if (!(error instanceof ChannelError)) throw error;
    context.log.warn(`By what the pages know somebody could not be asked: ${error.message}`);
    return [user];
  }
}

const hmac = ({ settings }: Context, what: string): string => createHmac('sha256', settings.appSecret).update(what).digest('hex');

function json(status: number, body: object): RawResponse {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

/** English and Dutch, since whoever reads it comes from Facebook in either. */
function page(status: number, [en, nl]: [string, string]): RawResponse {
  const body = `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Messenger</title><p lang="en">${en}</p><p lang="nl">${nl}</p>`;
  return { status, headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }, body };
}
