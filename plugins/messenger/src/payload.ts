import { z } from 'zod';

const id = z.union([z.string(), z.number()]).transform(String).pipe(z.string().min(1).max(200));
const party = z.object({ id });
const text = z.string().optional().catch(undefined);
const attachment = z.object({
  type: z.string().catch('unknown'),
  title: text,
  url: text,
  payload: z
    .object({
      url: text,
      title: text,
      sticker_id: z.union([z.string(), z.number()]).optional().catch(undefined),
      coordinates: z.object({ lat: z.number(), long: z.number() }).optional().catch(undefined),
    })
    .nullish()
    .catch(undefined),
});
export type Attachment = z.output<typeof attachment>;
const referral = z.object({ ref: text, source: text, type: text, ad_id: text, referer_uri: text });
export type Referral = z.output<typeof referral>;
const message = z.object({
  mid: z.string().min(1).max(1500).optional().catch(undefined),
  text,
  attachments: z.array(attachment).max(200).nullish().catch(undefined),
  quick_reply: z.object({ payload: z.string() }).optional().catch(undefined),
  reply_to: z
    .object({ mid: z.string().min(1).max(1500) })
    .optional()
    .catch(undefined),
  referral: referral.optional().catch(undefined),
  is_echo: z.boolean().optional().catch(undefined),
  is_deleted: z.boolean().optional().catch(undefined),
  is_unsupported: z.boolean().optional().catch(undefined),
  app_id: id.optional().catch(undefined),
  metadata: text,
});
export type Message = z.output<typeof message>;
const watermark = z.number().positive().max(8.64e15);

/** One thing that happened; what it is says which of the members is there (Meta, "Webhook Events Reference"). */
export const messaging = z.looseObject({
  sender: party.optional(),
  recipient: party.optional(),
  timestamp: z.number().positive().max(8.64e15).optional().catch(undefined),
  message: message.optional(),
  message_edit: z.object({ mid: z.string().min(1).max(1500), text: z.string().catch('') }).optional(),
  postback: z
    .object({
      mid: z.string().min(1).max(1500).optional(),
      title: text,
      payload: text,
      referral: referral.optional().catch(undefined),
    })
    .optional(),
  referral: referral.optional(),
  reaction: z.object({ mid: z.string().min(1).max(1500), action: z.string(), emoji: text, reaction: text }).optional(),
  delivery: z.object({ mids: z.array(z.string().min(1).max(1500)).max(500).optional().catch(undefined), watermark }).optional(),
  read: z.object({ watermark }).optional(),
});
export type Messaging = z.output<typeof messaging>;

const payload = z.object({
  object: z.string(),
  entry: z
    .array(
      z.object({
        id,
        time: z.number().positive().max(8.64e15).optional().catch(undefined),
        messaging: z.array(z.unknown()).optional().catch(undefined),
        // What another app is handling has come to us as well (Meta, "Handover Protocol").
        standby: z.array(z.unknown()).optional().catch(undefined),
      }),
    )
    .max(1000),
});
export type Entry = z.output<typeof payload>['entry'][number];

/** What a request holds; none when it is not about pages. Throws when it is nothing that Meta sends. */
export function entriesOf(body: Uint8Array): Entry[] {
  const parsed = payload.parse(JSON.parse(new TextDecoder().decode(body)));
  return parsed.object === 'page' ? parsed.entry : [];
}
