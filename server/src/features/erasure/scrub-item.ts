import { identityKey } from '../../kernel/identity-kinds.js';
import type { Tx } from '../../kernel/uow.js';
import type { Erasing } from './scrub.js';

/** A row of `message`, as far as people are in it. */
export interface Item {
  id: string;
  author_id: string | null;
  author_name: string;
  from_kind: string | null;
  from_value: string | null;
  from_name: string | null;
  subject: string | null;
  text: string;
  html: string | null;
  quoted_text: string | null;
  quoted_html: string | null;
  parts: string;
  data: string;
  raw_hash: string | null;
}

/** Takes him out of one message; answers whether it was his own, which is empty then. `about`: it stands in a conversation that he took part in. */
export async function scrubItem(
  tx: Tx,
  { contactIds, scrubber }: Erasing,
  item: Item,
  { about, his }: { about: boolean; his: boolean },
): Promise<boolean> {
  const from = item.from_kind && item.from_value ? identityKey(item.from_kind, item.from_value) : null;
  const own = contactIds.includes(item.author_id ?? '') || scrubber.is(item.from_kind, from);
  const clean = (text: string | null): string | null => (text === null ? null : scrubber.text(text, about));
  // What others quote is what he said.
  const after = own
    ? {
        authorId: null,
        author: '',
        from: null,
        fromName: null,
        kind: null,
        subject: null,
        text: '',
        html: null,
        quoted: null,
        quotedHtml: null,
        parts: '[]',
        data: '{}',
      }
    : {
        authorId: item.author_id,
        author: clean(item.author_name) ?? '',
        from: item.from_value,
        fromName: clean(item.from_name),
        kind: item.from_kind,
        subject: his ? null : clean(item.subject),
        text: clean(item.text) ?? '',
        html: clean(item.html),
        quoted: about ? null : clean(item.quoted_text),
        quotedHtml: about ? null : clean(item.quoted_html),
        parts: scrubber.json(item.parts, about),
        data: scrubber.json(item.data, about),
      };
  await tx.execute(
    `UPDATE message SET author_id = ?, author_name = ?, from_value = ?, from_name = ?, from_kind = ?, subject = ?, text = ?, html = ?,
       quoted_text = ?, quoted_html = ?, parts = ?, data = ?, raw_hash = NULL, version = version + 1, updated_at = ? WHERE id = ?`,
    [...Object.values(after), tx.now, item.id],
  );
  return own;
}
