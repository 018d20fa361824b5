import type { Client } from 'urql';
import type { Translate } from '../../app/intl.js';
import { TellingDocument, ToldOneDocument } from '../../generated/notifications.js';
import { now } from '../../lib/clock.js';
import { personName } from '../../lib/person.js';
import { isPushed } from './browserPush.js';
import { at } from '../../lib/site.js';

interface Ring {
  client: Client;
  t: Translate;
  away: boolean;
  id: string;
  conversationId: string | null;
  open: () => void;
}

/** Bursts are one sound (U20). */
const QUIET_MS = 4000;
let soundedAt = -Infinity;

/** Tells of something new by what the person has chosen: by the browser while nobody looks, and by a sound unless it is before his eyes. */
export async function ring({ client, t, away, id, conversationId, open }: Ring): Promise<void> {
  const [settings, one] = await Promise.all([
    client.query(TellingDocument, {}).toPromise(),
    client.query(ToldOneDocument, { id }, { requestPolicy: 'network-only' }).toPromise(),
  ]);
  const chosen = settings.data?.notificationSettings;
  const told = one.data?.node?.__typename === 'Notification' ? one.data.node : null;
  if (!chosen || !told || told.readAt !== null || (chosen.quiet && away)) return;
  const looksAt = conversationId !== null && new URLSearchParams(location.search).get('c') === conversationId;
  if (document.visibilityState === 'visible' && looksAt) return;
  if (chosen.sound && told.inApp) sound();
  if (!told.browser || document.visibilityState === 'visible') return;
  if (!('Notification' in globalThis) || Notification.permission !== 'granted') return;
  if (chosen.kinds.some(({ kind, push }) => kind === told.kind && push) && (await isPushed())) return;
  // No words of the message: others may look at the screen, too. One tag for all tabs shows it once.
  const shown = new Notification(
    personName(told.conversation?.contact) ??
      told.conversation?.subject ??
      told.task?.title ??
      told.note?.title ??
      t('told.title'),
    { body: t('told.new'), tag: told.id, icon: at('/favicon.svg') },
  );
  shown.onclick = () => {
    window.focus();
    shown.close();
    open();
  };
}

/** Two short tones; nothing where the browser allows no sound yet. */
export function sound(): void {
  if (now() - soundedAt < QUIET_MS || !('AudioContext' in globalThis)) return;
  soundedAt = now();
  const audio = new AudioContext();
  const gain = audio.createGain();
  gain.gain.setValueAtTime(0.12, audio.currentTime);
  gain.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 0.5);
  gain.connect(audio.destination);
  for (const [pitch, at] of [
    [660, 0],
    [880, 0.12],
  ] as const) {
    const tone = audio.createOscillator();
    tone.frequency.value = pitch;
    tone.connect(gain);
    tone.start(audio.currentTime + at);
    tone.stop(audio.currentTime + 0.5);
  }
  setTimeout(() => void audio.close(), 1000);
}
