import { randomBytes } from 'node:crypto';
import type { ChatContext } from './answer.js';

const NAME = 'key';
const known = new Map<string, Promise<string>>();

/** The channel's own key, by which it knows its tokens again. It is made when it is first needed, and never leaves the host. */
export function keyOf(context: ChatContext): Promise<string> {
  const { id } = context.instance;
  const found = known.get(id) ?? readOrMake(context);
  known.set(id, found);
  found.catch(() => known.delete(id));
  return found;
}

async function readOrMake({ state }: ChatContext): Promise<string> {
  const kept = await state.get<string>(NAME);
  if (kept) return kept.value;
  const made = randomBytes(32).toString('base64url');
  try {
    await state.set(NAME, made, { ifVersion: 0, secret: true });
    return made;
  } catch (error) {
    // Another process was first.
    const theirs = await state.get<string>(NAME);
    if (theirs) return theirs.value;
    throw error;
  }
}
