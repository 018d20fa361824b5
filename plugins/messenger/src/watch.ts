import { ChannelError } from '@balie/plugin-sdk';
import { z } from 'zod';
import { FIELDS, subscribe } from './check.js';
import { graph, type Context } from './graph.js';

const ISSUE = 'page';
const apps = z.object({
  data: z.array(z.object({ id: z.string(), subscribed_fields: z.array(z.string()).default([]) })),
});

/** Looks now and then whether the page still lets us in and still tells us of messages; otherwise nobody would notice the silence. */
export async function watch(context: Context): Promise<void> {
  const { settings, instance } = context;
  if (instance.account === null) return;
  try {
    const { data } = apps.parse(await graph(context, { method: 'GET', to: `${instance.account}/subscribed_apps` }));
    const told = data.find(({ id }) => id === settings.appId)?.subscribed_fields ?? [];
    if (FIELDS.some((field) => !told.includes(field))) await subscribe(context, instance.account);
    await context.issue.clear(ISSUE);
  } catch (error) {
    if (!(error instanceof ChannelError) || error.kind !== 'auth') throw error;
    await context.issue.raise(ISSUE, { severity: 'error', title: error.message.slice(0, 500) });
  }
}
