// The one place in the app that knows of a path in the address of this instance, such as /desk in https://example.org/desk (N8). The server writes
// it into the page; where nothing is written (in development and in tests), everything lies at the top.
const written = document.querySelector<HTMLMetaElement>('meta[name="balie-base"]')?.content ?? '';

/** `/desk`, or empty at the top. What the server names, such as the address of a file, begins with it already. */
export const BASE = written.startsWith('/') ? written : '';

/** One of our own paths as the browser asks for it. */
export const at = (path: string): string => BASE + path;

/** The whole address of one of our own paths, to be handed to somebody. */
export const addressOf = (path: string): string => location.origin + at(path);

/** Where subscriptions run. */
export const socketUrl = (): string => addressOf('/graphql').replace(/^http/, 'ws');
