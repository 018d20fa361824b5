/** `upload:ID`, as an editor names a picture that waits in an upload. */
const UPLOAD_SOURCE = /(<img\b[^>]*?\ssrc\s*=\s*["'])upload:(upl_[0-9a-f]{32})(["'])/gi;

/** Pictures of these uploads by the name that they will have inside the mail; those of other uploads lose their source with the cleaning. */
export function namePictures(html: string, uploadIds: readonly string[]): string {
  const known = new Set(uploadIds);
  return html.replaceAll(UPLOAD_SOURCE, (all: string, before: string, id: string, after: string) =>
    known.has(id) ? `${before}cid:${id}${after}` : all,
  );
}
