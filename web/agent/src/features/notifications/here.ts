import type { Client } from 'urql';
import type { Live } from '../../app/live.js';
import { CSRF } from '../../app/session.js';
import { AttendDocument, DevicesDocument } from '../../generated/notifications.js';
import { now } from '../../lib/clock.js';
import { canPush, renewThisBrowser } from './browserPush.js';

interface Here {
  client: Client;
  live: Live;
  viewerId: string;
  language: string;
}

/** The server counts a sign for 90 seconds. */
const EVERY_MS = 60_000;
/** Who has touched nothing for so long is not there, though the page is before nobody's eyes. */
const IDLE_MS = 120_000;
const TOUCHES = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/** Tells the server that its person is at the app, as long as he has browsers that it would push to. */
export function beHere({ client, live, viewerId, language }: Here): () => void {
  let touched = now();
  let wanted = false;
  let told = false;
  const tell = (active: boolean) => {
    if (!wanted || (!active && !told)) return;
    told = active;
    // The last one is sent while the page goes away.
    const fetchOptions = () => ({ headers: { ...CSRF }, keepalive: !active });
    void client.mutation(AttendDocument, { active }, { fetchOptions }).toPromise();
  };
  const look = () => tell(document.visibilityState === 'visible' && now() - touched < IDLE_MS);
  const touch = () => {
    touched = now();
    if (!told) look();
  };
  const seen = () => {
    if (document.visibilityState === 'visible') touch();
    else tell(false);
  };
  const devices = async (first: boolean) => {
    const { data } = await client.query(DevicesDocument, {}, { requestPolicy: 'network-only' }).toPromise();
    if (!data) return;
    wanted = data.pushSubscriptions.length > 0;
    if (first && canPush() && !data.pushSubscriptions.some(({ current }) => current))
      await renewThisBrowser(client, { viewerId, language });
    look();
  };
  const stop = live.onChange(({ event, type }) => {
    if (event === 'push.devicesChanged' || type === 'RESYNC') void devices(false);
  });
  for (const each of TOUCHES) addEventListener(each, touch, { passive: true });
  document.addEventListener('visibilitychange', seen);
  const timer = setInterval(look, EVERY_MS);
  void devices(true).catch(() => undefined);
  return () => {
    tell(false);
    stop();
    clearInterval(timer);
    for (const each of TOUCHES) removeEventListener(each, touch);
    document.removeEventListener('visibilitychange', seen);
  };
}
