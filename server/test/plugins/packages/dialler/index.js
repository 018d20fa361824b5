/** A telephone exchange that has no wires: it takes over calls, and each is over as soon as somebody hangs up at its route. */
import { callRequest, ChannelError, definePlugin, defineResponder } from '@balie/plugin-sdk';
import { z } from 'zod';

const SAVE = 'mutation ($input: RecordSaveInput!) { recordSave(input: $input) { userErrors { code message } } }';

async function log(context, { id, phone, contactId, agent }, more) {
  const call = { phone, direction: 'OUTBOUND', ...more };
  const input = { id, linkIds: contactId ? [contactId] : [], ownerId: agent.id, call };
  const { recordSave } = await context.graphql(SAVE, { input });
  if (recordSave.userErrors.length > 0) throw new Error(recordSave.userErrors[0].message);
}

/** Dials once for each id, however often it is asked. */
async function dial(request, context) {
  if (request.phone.endsWith('99')) throw new ChannelError('rejected', 'The exchange knows no such number.');
  const known = await context.state.get(request.id);
  if (!known) await context.state.set(request.id, request);
  const { value = 0 } = (await context.state.get('dialled')) ?? {};
  if (!known) await context.state.set('dialled', value + 1);
  await log(context, request, {});
  return {};
}

export default definePlugin({
  responders: [
    defineResponder({
      type: 'dialler',
      title: { en: 'Exchange', nl: 'Centrale' },
      icon: 'phone',
      settings: z.object({}),
      settingsVersion: 1,
      on: [],
      scopes: ['CONTACTS_READ', 'CONTACTS_WRITE'],
      turn: false,
      check: () => Promise.resolve({ account: 'dialler', label: 'Exchange' }),
      handle: () => Promise.resolve(),
      routes: {
        over: {
          method: 'POST',
          public: true,
          async handle({ body }, context) {
            const { id, seconds } = JSON.parse(Buffer.from(body).toString());
            const { value } = await context.state.get(id);
            await log(context, value, { outcome: 'CONNECTED', seconds });
            const dialled = (await context.state.get('dialled'))?.value ?? 0;
            return {
              status: 200,
              headers: { 'content-type': 'application/json' },
              body: JSON.stringify({ dialled, agent: value.agent }),
            };
          },
        },
      },
      actions: {
        dial: {
          title: { en: 'Call', nl: 'Bellen' },
          calls: true,
          input: callRequest,
          output: z.object({}),
          run: dial,
        },
        ring: { title: 'Ring a bell', input: z.object({}), output: z.object({}), run: () => Promise.resolve({}) },
      },
    }),
  ],
});
