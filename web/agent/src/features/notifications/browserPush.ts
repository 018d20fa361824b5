import type { Client } from 'urql';
import { AddDeviceDocument, CurrentSessionDocument, PushKeyDocument } from '../../generated/notifications.js';
import type { ProblemFragment } from '../../generated/graphql.js';
import { serviceWorker } from '../../lib/serviceWorker.js';

/** In which session this browser was added, so that it is added again in the next one and not after it was removed. */
const KEPT = 'balie.push';

/** Who uses this browser, and in which language. */
interface Who {
  viewerId: string;
  language: string;
}

/** Whether this browser can be pushed to: only over https, and on an iPhone only where the app is on the home screen. */
export const canPush = (): boolean =>
  'serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis && globalThis.isSecureContext;

async function subscribed(client: Client): Promise<PushSubscription> {
  const { pushManager } = await serviceWorker();
  const { data, error } = await client.query(PushKeyDocument, {}, { requestPolicy: 'network-only' }).toPromise();
  if (!data) throw error ?? new Error('no key');
  const applicationServerKey = bytesOf(data.pushKey);
  const before = await pushManager.getSubscription();
  const key = before?.options.applicationServerKey;
  // Of another installation, or from before its keys were made anew.
  if (before && (!key || !same(new Uint8Array(key), applicationServerKey))) await before.unsubscribe();
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey });
}

async function currentSession(client: Client): Promise<string | null> {
  const { data } = await client.query(CurrentSessionDocument, {}, { requestPolicy: 'network-only' }).toPromise();
  return data?.sessions.find(({ current }) => current)?.id ?? null;
}

/** Adds this browser; answers what was wrong with it. The browser has allowed notifications before. */
export async function addThisBrowser(
  client: Client,
  { viewerId, language }: Who,
  name: string,
): Promise<readonly ProblemFragment[]> {
  const { endpoint, keys } = (await subscribed(client)).toJSON();
  const input = { endpoint: endpoint ?? '', key: keys?.['p256dh'] ?? '', auth: keys?.['auth'] ?? '', name, language };
  const { data, error } = await client.mutation(AddDeviceDocument, { input }).toPromise();
  if (!data) throw error ?? new Error('no answer');
  const { userErrors } = data.pushSubscribe;
  if (userErrors.length === 0)
    localStorage.setItem(KEPT, JSON.stringify({ viewerId, name, sessionId: await currentSession(client) }));
  return userErrors;
}

/** This browser is not to be pushed to any more. */
export async function leaveThisBrowser(): Promise<void> {
  localStorage.removeItem(KEPT);
  const registration = await navigator.serviceWorker?.getRegistration();
  await (await registration?.pushManager.getSubscription())?.unsubscribe();
}

/** Whether the service worker shows what comes, so that the page need not. */
export async function isPushed(): Promise<boolean> {
  if (!canPush() || localStorage.getItem(KEPT) === null) return false;
  const registration = await navigator.serviceWorker.getRegistration();
  return (await registration?.pushManager.getSubscription()) != null;
}

/** Adds this browser again when who added it has signed in anew; a session ends what was added in it. */
export async function renewThisBrowser(client: Client, { viewerId, language }: Who): Promise<void> {
  const kept = JSON.parse(localStorage.getItem(KEPT) ?? 'null') as { viewerId: string; name: string; sessionId: string } | null;
  if (kept?.viewerId !== viewerId || Notification.permission !== 'granted') return;
  // Removed in the same session it was by its person, from here or from elsewhere.
  if ((await currentSession(client)) === kept.sessionId) return leaveThisBrowser();
  await addThisBrowser(client, { viewerId, language }, kept.name);
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}

const same = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, index) => byte === b[index]);
