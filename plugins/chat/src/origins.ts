import type { RawRequest } from '@balie/plugin-sdk';
import { type ChatContext, Refusal } from './answer.js';

/** What a frame with an origin of its own calls itself. */
export const OPAQUE = 'null';

/** Where this Balie itself lives. */
export function ownOrigin({ instance }: Pick<ChatContext, 'instance'>): string {
  return new URL(instance.routeUrl('frame')).origin;
}

/** Throws when a page of a site asks that may not. The frame has no origin to show; it shows its ticket. */
export function admitOrigin(request: RawRequest, context: ChatContext): void {
  const { origin } = request.headers;
  if (origin === undefined || origin === OPAQUE || origin === ownOrigin(context)) return;
  const { origins } = context.settings;
  if (origins.length > 0 && !origins.some((allowed) => matches(allowed, origin)))
    throw new Refusal('ORIGIN', 'This site may not use the chat. Its address is not among the allowed ones.');
}

/** Whom the browser lets embed the frame. */
export function frameAncestors(context: ChatContext): string {
  const { origins } = context.settings;
  return origins.length === 0 ? '*' : `'self' ${origins.join(' ')}`;
}

/** `https://*.shop.example` stands for all names below it, as in a content security policy. */
function matches(allowed: string, origin: string): boolean {
  const [scheme, name] = allowed.split('://*.');
  if (name === undefined) return allowed === origin;
  return origin.startsWith(`${scheme}://`) && origin.endsWith(`.${name}`);
}
