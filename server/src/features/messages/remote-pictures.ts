// The sanitiser writes `>` in the value of an attribute as an entity, so that a tag ends at the first one.
const TAGS = /<[a-z][^<>]*>/g;
const REMEMBERED = /\sdata-remote-(?:src|background)="([^"]*)"/g;
/** The only entities that the sanitiser writes into an attribute. */
const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };
/** A mail with more pictures from elsewhere shows the first of them. */
const MAX_PICTURES = 200;

function* addresses(clean: string): Generator<string> {
  for (const [tag] of clean.matchAll(TAGS))
    for (const [, address = ''] of tag.matchAll(REMEMBERED))
      yield address.replaceAll(/&(?:amp|lt|gt|quot);/g, (entity) => ENTITIES[entity] ?? entity);
}

/** Whether clean HTML remembers pictures that it would load from elsewhere (R-HTM-2). */
export function loadsFromElsewhere(clean: string): boolean {
  return !addresses(clean).next().done;
}

/** The addresses of these pictures, each once, in the order of the mail: their numbers are their places in it. */
export function remotePictures(clean: string): string[] {
  const found = new Set<string>();
  for (const address of addresses(clean)) {
    found.add(address);
    if (found.size === MAX_PICTURES) break;
  }
  return [...found];
}
