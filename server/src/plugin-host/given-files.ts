import type { FileRef, InboundEvent, StoredFile } from '@balie/plugin-sdk';

type Given = Extract<FileRef, { data: Uint8Array }>;
type Parts = Extract<InboundEvent, { type: 'message' }>['parts'];

/** Stores the small files that events bring along, all at once, and names them by what they are stored as. */
export async function withStoredFiles(
  events: InboundEvent[],
  put: (data: Uint8Array) => Promise<StoredFile>,
): Promise<InboundEvent[]> {
  const files = events.flatMap(partsOf).flatMap((part) => (part.type === 'file' && 'data' in part.file ? [part] : []));
  await Promise.all(
    files.map(async (part) => {
      const { data, ...about } = part.file as Given;
      part.file = { ...about, ...(await put(data)) };
    }),
  );
  return events;
}

function partsOf(event: InboundEvent): Parts {
  if (event.type === 'message') return [...event.parts, ...(event.forwarded?.parts ?? [])];
  return 'parts' in event ? (event.parts ?? []) : [];
}
