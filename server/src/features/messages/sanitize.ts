// Runs in the main thread for short texts and as a worker for long ones. A worker is started by plain Node, so this file
// imports packages only.
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import sanitizeHtml, { type Attributes, type IOptions, type Tag } from 'sanitize-html';

/**
 * What the clean HTML is for. `keep`: stored; pictures inside the mail stay as `cid:`, remote ones are only remembered.
 * `show`: the page in the frame, where `cid:` becomes the address of the attachment. `send`: leaves in a message, so nothing
 * of ours and no remembered address goes out with it. `quote`: the same, without the pictures of the message that is quoted.
 */
export interface SanitizeOptions {
  mode: 'keep' | 'show' | 'send' | 'quote';
  /** Content id to address, for `show`. */
  images?: Record<string, string>;
  /** Address of a picture from elsewhere to the one under which it is fetched for the reader, for `show`; without it none is loaded. */
  pictures?: Record<string, string>;
}

export interface CleanHtml {
  html: string;
  /** It would have loaded something from elsewhere. */
  remote: boolean;
}

const TAGS = (
  'a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn div dl dt em ' +
  'figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q s samp section small span ' +
  'strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr'
).split(' ');
/** Dropped with all that is in them; of other tags that are not allowed the text stays. */
const WITH_CONTENT = (
  'script style textarea option select noscript noembed noframes title head xmp plaintext template iframe frame frameset object embed ' +
  'applet svg math canvas audio video source track link meta base button input'
).split(' ');
const EVERYWHERE = ['style', 'title', 'dir', 'lang', 'align', 'valign', 'bgcolor', 'width', 'height'];
const PER_TAG: Record<string, string[]> = {
  a: ['href', 'target', 'rel', 'name'],
  img: ['src', 'alt', 'border', 'hspace', 'vspace', 'data-remote-src'],
  font: ['color', 'face', 'size'],
  table: ['border', 'cellpadding', 'cellspacing', 'summary', 'background', 'data-remote-background'],
  td: ['colspan', 'rowspan', 'nowrap', 'background', 'data-remote-background'],
  th: ['colspan', 'rowspan', 'nowrap', 'scope', 'background', 'data-remote-background'],
  tr: ['background', 'data-remote-background'],
  div: ['data-remote-background'],
  col: ['span'],
  colgroup: ['span'],
  ol: ['start', 'type', 'reversed'],
  ul: ['type'],
  li: ['value', 'type'],
  hr: ['size', 'noshade', 'color'],
  details: ['open'],
  time: ['datetime'],
  blockquote: ['type'],
};
// Values without any function but colours: no url(), image-set(), expression(), var(), and no escapes that would hide one.
const VALUE = /^(?:[^\\()<>@{}]|rgba?\([\d\s.,%/]*\)|hsla?\([\d\s.,%/a-z]*\)){0,500}$/i;
const PROPERTIES = (
  'background background-color border border-bottom border-bottom-color border-bottom-style border-bottom-width border-collapse border-color ' +
  'border-left border-left-color border-left-style border-left-width border-radius border-right border-right-color border-right-style ' +
  'border-right-width border-spacing border-style border-top border-top-color border-top-style border-top-width border-width clear color ' +
  'direction display float font font-family font-size font-style font-variant font-weight height letter-spacing line-height list-style ' +
  'list-style-position list-style-type margin margin-bottom margin-left margin-right margin-top max-height max-width min-height min-width ' +
  'overflow-wrap padding padding-bottom padding-left padding-right padding-top table-layout text-align text-decoration text-indent ' +
  'text-transform unicode-bidi vertical-align white-space width word-break word-spacing word-wrap'
).split(' ');
const STYLES = Object.fromEntries(PROPERTIES.map((name) => [name, [VALUE]]));
const SAFE_DATA = /^data:image\/(?:png|gif|jpeg|jpg|webp);base64,[a-z0-9+/=\s]*$/i;
const LOADS = /url\s*\(|image-set\s*\(|@import/i;

/** Lets through what is on the list and nothing else; running it on its own result changes nothing. */
export function sanitize(dirty: string, options: SanitizeOptions): CleanHtml {
  const seen = { remote: false };
  const html = sanitizeHtml(dirty, rules(options, seen));
  return { html, remote: seen.remote };
}

function rules(options: SanitizeOptions, seen: { remote: boolean }): IOptions {
  return {
    allowedTags: TAGS,
    allowedAttributes: { '*': EVERYWHERE, ...PER_TAG },
    allowedStyles: { '*': STYLES },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    // The addresses of pictures are decided by `image` below; links take the four schemes and nothing relative.
    allowedSchemesAppliedToAttributes: ['href', 'cite'],
    allowProtocolRelative: false,
    nonTextTags: WITH_CONTENT,
    disallowedTagsMode: 'discard',
    enforceHtmlBoundary: false,
    nestingLimit: 250,
    parser: { decodeEntities: true },
    transformTags: {
      a: link,
      img: (tag, attributes) => image(tag, attributes, options, seen),
      '*': (tag, attributes) => ({ tagName: tag, attribs: background(attributes, options, seen) }),
    },
    exclusiveFilter: (frame) =>
      frame.tag === 'img' && !frame.attribs['src'] && !frame.attribs['data-remote-src'] && !frame.attribs['alt'],
  };
}

function link(tagName: string, attributes: Attributes): Tag {
  const { href, target: _target, rel: _rel, ...rest } = attributes;
  if (href === undefined || !/^(?:https?:\/\/|mailto:|tel:)/i.test(href.trim())) return { tagName, attribs: rest };
  return { tagName, attribs: { ...rest, href: href.trim(), target: '_blank', rel: 'noopener noreferrer nofollow' } };
}

function image(tagName: string, attributes: Attributes, options: SanitizeOptions, seen: { remote: boolean }): Tag {
  const { src, 'data-remote-src': remembered, srcset, ...rest } = background(attributes, options, seen);
  const source = (src ?? '').trim();
  if (srcset) seen.remote = true;
  if (options.mode === 'quote') return { tagName, attribs: rest };
  const local = localImage(source, options);
  if (local !== null) return { tagName, attribs: { ...rest, src: local } };
  const remote = remoteAddress(source) ?? remoteAddress(remembered ?? '');
  if (remote === null) return { tagName, attribs: rest };
  seen.remote = true;
  if (options.mode === 'send') return { tagName, attribs: rest };
  if (!options.pictures) return { tagName, attribs: { ...rest, 'data-remote-src': remote } };
  const proxied = isPixel(rest) ? undefined : options.pictures[remote];
  // A picture that nobody can see only counts its readers: it goes, and its text with it.
  return { tagName, attribs: proxied === undefined ? {} : { ...rest, src: proxied } };
}

function localImage(source: string, options: SanitizeOptions): string | null {
  if (SAFE_DATA.test(source)) return source;
  const id = /^cid:([^\s"'<>]{1,300})$/i.exec(source)?.[1];
  if (id === undefined) return null;
  if (options.mode !== 'show') return `cid:${id}`;
  return options.images?.[id] ?? options.images?.[decoded(id)] ?? null;
}

const TINY = /^\s*[01](?:px)?\s*$/i;
const TINY_STYLE = /(?:^|;)\s*(?:width|height)\s*:\s*[01](?:px)?\s*(?:;|$)/i;

function isPixel({ width, height, style }: Attributes): boolean {
  return TINY.test(width ?? '') || TINY.test(height ?? '') || TINY_STYLE.test(style ?? '');
}

/** Ids may be written as they are or escaped as in an address. */
function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

function remoteAddress(source: string): string | null {
  const full = source.startsWith('//') ? `https:${source}` : source;
  return /^https?:\/\/[^\s"'<>]+$/i.test(full) ? full : null;
}

/** Old mails load pictures by `background`, newer ones by CSS: the one is remembered, the other dropped with its property. */
function background(attributes: Attributes, options: SanitizeOptions, seen: { remote: boolean }): Attributes {
  const { background: source, 'data-remote-background': remembered, ...rest } = attributes;
  if (LOADS.test(rest['style'] ?? '')) seen.remote = true;
  const remote = remoteAddress((source ?? '').trim()) ?? remoteAddress(remembered ?? '');
  if (remote === null) return rest;
  seen.remote = true;
  if (options.mode === 'send' || options.mode === 'quote') return rest;
  if (!options.pictures) return { ...rest, 'data-remote-background': remote };
  const proxied = options.pictures[remote];
  return proxied === undefined ? rest : { ...rest, background: proxied };
}

/** A request to the worker, and its answer under the same number. */
export interface SanitizeRequest {
  id: number;
  dirty: string;
  options: SanitizeOptions;
}
export type SanitizeAnswer = { id: number; clean: CleanHtml } | { id: number; error: string };

if (!isMainThread && parentPort && (workerData as { role?: string } | null)?.role === 'sanitize') {
  const port = parentPort;
  port.on('message', ({ id, dirty, options }: SanitizeRequest) => {
    try {
      port.postMessage({ id, clean: sanitize(dirty, options) } satisfies SanitizeAnswer);
    } catch (error) {
      port.postMessage({ id, error: error instanceof Error ? error.message : String(error) } satisfies SanitizeAnswer);
    }
  });
}
