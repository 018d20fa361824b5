import { ChannelError, type Identity, type Json } from '@balie/plugin-sdk';
import { z } from 'zod';
import { graph, type Context } from './graph.js';

const text = z.string().trim().min(1).optional().catch(undefined);
const person = z.object({ name: text, first_name: text, last_name: text, profile_pic: z.url().optional().catch(undefined) });

/**
 * Name and picture of who writes, as far as he and the app's permissions let them be known (Meta, "User Profile API"): of a guest
 * nothing is (D40).
 */
export async function fetchProfile(identity: Identity, context: Context): Promise<Record<string, Json>> {
  const call = {
    method: 'GET',
    to: encodeURIComponent(identity.value),
    query: { fields: 'name,first_name,last_name,profile_pic' },
  } as const;
  const said = person.parse(
    await graph(context, call).catch((error: unknown) => {
      // That this may not be asked says nothing about the page as a whole.
      if (error instanceof ChannelError && error.kind === 'auth' && error.detail.code?.split('/')[0] !== '190')
        throw new ChannelError('rejected', error.message, error.detail);
      throw error;
    }),
  );
  const name = said.name ?? [said.first_name, said.last_name].filter(Boolean).join(' ');
  return { ...(name ? { name } : {}), ...(said.profile_pic ? { avatarUrl: said.profile_pic } : {}) };
}
