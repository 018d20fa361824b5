// Shows what the server pushes, which the browser has decrypted (RFC 8291), and opens what it is about. It keeps nothing and writes nothing down.
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('push', (event) => event.waitUntil(show(toldBy(event))));
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data?.path));
});

function toldBy({ data }) {
  try {
    return data?.json() ?? {};
  } catch {
    return {};
  }
}

const windows = () => self.clients.matchAll({ type: 'window', includeUncontrolled: true });

async function show({ id, title, body, conversationId, path }) {
  // Who is at the app in this browser sees it there.
  if ((await windows()).some(({ focused }) => focused)) return;
  // One tag for a conversation: what is newer takes the place of what is older, and is heard again.
  const tag = conversationId ?? id;
  const again = tag ? { tag, renotify: true } : {};
  await self.registration.showNotification(title || 'Balie', { body, ...again, icon: '/favicon.svg', data: { path } });
}

async function open(path) {
  // Only a place within the app, whatever was pushed.
  const to = typeof path === 'string' && /^\/(?!\/)/.test(path) ? path : '/';
  const [there] = await windows();
  if (!there) return self.clients.openWindow(to);
  there.postMessage({ open: to });
  return there.focus();
}
