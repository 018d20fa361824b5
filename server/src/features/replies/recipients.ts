import { identityKey } from '../../kernel/identity-kinds.js';

/** Somebody who can be written to. */
export interface Addressee {
  kind: string;
  value: string;
  name?: string | null;
}

/** What a reply needs to know of the message that it answers. */
export interface Answered {
  direction: 'INBOUND' | 'OUTBOUND' | 'INTERNAL';
  from: Addressee | null;
  recipients: (Addressee & { field: 'TO' | 'CC' | 'BCC' })[];
}

/** Whom an answer goes to. */
export interface Recipients {
  to: Addressee[];
  cc: Addressee[];
}

/** One key for all ways to write an address. */
export function addressKey({ kind, value }: Addressee): string {
  return `${kind} ${identityKey(kind, value)}`;
}

/**
 * The answer to all: the sender, with those in To and Cc as copies; to a message of our own, the same people again. Nobody
 * twice, none of our own addresses, nobody who was not on that message, and no blind copies (G3, R-INB-4). The one exception: what
 * a person wrote from another inbox of ours is answered to that inbox, which is no address of the inbox that answers (G1 6).
 */
export function answerAll(
  answered: Answered,
  isOwn: (address: Addressee) => boolean,
  isHere: (address: Addressee) => boolean = isOwn,
): Recipients {
  const of = (field: 'TO' | 'CC'): Addressee[] => answered.recipients.filter((one) => one.field === field);
  const inbound = answered.direction === 'INBOUND';
  const taken = new Set<string>();
  const fresh = (address: Addressee): boolean => {
    const key = addressKey(address);
    const colleague = inbound && address === answered.from && !isHere(address);
    if ((isOwn(address) && !colleague) || taken.has(key)) return false;
    taken.add(key);
    return true;
  };
  const to = (inbound ? (answered.from ? [answered.from] : []) : of('TO')).filter(fresh).map(plain);
  const cc = (inbound ? [...of('TO'), ...of('CC')] : of('CC')).filter(fresh).map(plain);
  // Where the sender was one of us, the others are who is answered.
  return to.length > 0 ? { to, cc } : { to: cc, cc: [] };
}

/** Each address once over all the fields, the first field that names it keeping it. */
export function distinct(fields: Addressee[][]): Addressee[][] {
  const taken = new Set<string>();
  return fields.map((field) =>
    field.filter((address) => {
      const key = addressKey(address);
      return taken.has(key) ? false : Boolean(taken.add(key));
    }),
  );
}

function plain({ kind, value, name }: Addressee): Addressee {
  return { kind, value, name: name ?? null };
}
