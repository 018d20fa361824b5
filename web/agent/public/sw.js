// Shows what the server pushes, which the browser has decrypted (RFC 8291), and opens what it is about. It keeps nothing and writes nothing down,
// but for the page that says that there is no connection.
// Where the app lies: at the top, or below a path.
const BASE = new URL(self.registration.scope).pathname;
const OFFLINE = [`${BASE}offline.html`, `${BASE}offline.css`];
const NO_PAGES = /^(api|files|graphql|health|metrics|p)(\/|$)/;
const kept = async () => {
  const cache = await caches.open('offline-1');
  await cache.addAll(OFFLINE);
};

self.addEventListener('install', (event) => {
  self.skipWaiting();
  event.waitUntil(kept());
  // What a page says as it goes is lost on its way through a worker; where a browser can, it never comes here.
  if (event.addRoutes) event.waitUntil(event.addRoutes({ condition: { requestMethod: 'POST' }, source: 'network' }));
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { pathname } = new URL(request.url);
  const page = request.mode === 'navigate' && request.destination === 'document' && !NO_PAGES.test(pathname.slice(BASE.length));
  // All else goes its way as if there were no worker. The page has the address of what could not be had, and asks for its style beside that.
  if (!page && !pathname.endsWith('/offline.css')) return;
  event.respondWith(fetch(request).catch(async () => (await caches.match(page ? OFFLINE[0] : OFFLINE[1])) ?? Response.error()));
});
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

// Ours: what else lies on this host is not the app.
const windows = async () =>
  (await self.clients.matchAll({ type: 'window', includeUncontrolled: true })).filter(({ url }) =>
    `${url}/`.startsWith(self.registration.scope),
  );

async function show({ id, title, body, conversationId, path }) {
  // Who is at the app in this browser sees it there.
  if ((await windows()).some(({ focused }) => focused)) return;
  // One tag for a conversation: what is newer takes the place of what is older, and is heard again.
  const tag = conversationId ?? id;
  const again = tag ? { tag, renotify: true } : {};
  await self.registration.showNotification(title || 'Balie', { body, ...again, icon: `${BASE}favicon.svg`, data: { path } });
}

async function open(path) {
  // Only a place within the app, whatever was pushed.
  const to = typeof path === 'string' && /^\/(?!\/)/.test(path) ? path : '/';
  const [there] = await windows();
  if (!there) return self.clients.openWindow(BASE + to.slice(1));
  there.postMessage({ open: to });
  return there.focus();
}
