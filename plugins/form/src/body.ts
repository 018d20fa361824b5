import type { RawRequest } from '@balie/plugin-sdk';
import type { Upload } from './files.js';

/** What was sent, whichever way. */
export interface Sent {
  texts: Record<string, string[]>;
  files: Record<string, Upload[]>;
  /** Answered in JSON, to a script or a program. */
  asJson: boolean;
  /** The id that a program gives a submission. */
  id: string | null;
}

/** Thrown for a body that is none; its words are for programs. */
export class BadBody extends Error {}

const MANY = 200;

/** Reads a form as browsers send it (urlencoded, multipart) or as JSON: `{ id?, fields: { name: text | texts | true } }`. */
export async function readBody({ headers, body }: RawRequest): Promise<Sent> {
  const type = (headers['content-type'] ?? '').toLowerCase();
  const asJson = type.startsWith('application/json') || (headers['accept'] ?? '').includes('application/json');
  if (type.startsWith('application/json')) return { ...readJson(body), files: {}, asJson };
  if (!/^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/.test(type))
    throw new BadBody('Send a form (urlencoded or multipart) or JSON.');
  const sent: Sent = {
    texts: Object.create(null) as Sent['texts'],
    files: Object.create(null) as Sent['files'],
    asJson,
    id: null,
  };
  for (const [name, value] of await entriesOf(headers['content-type'] ?? '', body)) {
    if (typeof value === 'string') (sent.texts[name] ??= []).push(value);
    // What was left empty comes as a file without a name.
    else if (value.name !== '')
      (sent.files[name] ??= []).push({ name: value.name, mime: value.type, data: new Uint8Array(await value.arrayBuffer()) });
  }
  return sent;
}

async function entriesOf(type: string, body: Uint8Array): Promise<[string, string | File][]> {
  try {
    const form = await new Response(body as BodyInit, { headers: { 'content-type': type } }).formData();
    const entries = [...form.entries()] as [string, string | File][];
    if (entries.length > MANY) throw new BadBody('There are too many inputs.');
    return entries;
  } catch (error) {
    throw error instanceof BadBody ? error : new BadBody('The form can not be read.');
  }
}

function readJson(body: Uint8Array): Pick<Sent, 'texts' | 'id'> {
  let said: unknown;
  try {
    said = JSON.parse(Buffer.from(body).toString('utf8'));
  } catch {
    throw new BadBody('This is no JSON.');
  }
  const { id, fields } = (typeof said === 'object' && said !== null ? said : {}) as { id?: unknown; fields?: unknown };
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields))
    throw new BadBody('Say what was filled in as { "fields": { "name": "text" } }.');
  const texts = Object.create(null) as Sent['texts'];
  for (const [name, value] of Object.entries(fields).slice(0, MANY)) {
    const list = (Array.isArray(value) ? value : [value]).filter((one) => ['string', 'number', 'boolean'].includes(typeof one));
    texts[name] = list.filter((one) => one !== false).map((one) => (one === true ? 'yes' : String(one)));
  }
  return { texts, id: typeof id === 'string' && /^[\w.:-]{8,100}$/.test(id) ? id : null };
}
