import { at } from './site.js';

let registered: Promise<ServiceWorkerRegistration> | null = null;

/** The service worker, once it may be used: for the page that says that there is no connection, and for what is pushed. */
export function serviceWorker(): Promise<ServiceWorkerRegistration> {
  registered ??= register();
  // What failed may be tried again.
  registered.catch(() => (registered = null));
  return registered;
}

async function register(): Promise<ServiceWorkerRegistration> {
  await navigator.serviceWorker.register(at('/sw.js'));
  return navigator.serviceWorker.ready;
}
