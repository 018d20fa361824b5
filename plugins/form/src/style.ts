import type { Settings } from './settings.js';

/** White or black, whichever is easier to read on the colour (WCAG 2.2, relative luminance). */
export function readableOn(color: string): string {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const light = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  return 1.05 / (light + 0.05) >= (light + 0.05) / 0.05 ? '#ffffff' : '#000000';
}

const DARK = '--ink:#e9ecf2;--soft:#b6becb;--back:#161a21;--edge:#717d8f;--bad:#ff8a8a;color-scheme:dark';

/** The looks of the form, the same in a page and under a shadow root; the font is that of the page around it. */
export const styleOf = ({ accent }: Pick<Settings, 'accent'>): string => `
.form{--ink:#151a22;--soft:#465062;--back:#ffffff;--edge:#7c8797;--bad:#b9222b;--accent:${accent};--on:${readableOn(accent)};color-scheme:light;color:var(--ink);background:var(--back);font:16px/1.5 inherit;font-family:inherit;font-size:16px;line-height:1.5;max-width:640px;box-sizing:border-box;padding:20px;border-radius:8px}
.form[data-theme=dark]{${DARK}}
@media (prefers-color-scheme:dark){.form[data-theme=auto]{${DARK}}}
.form *{box-sizing:border-box}
.form form{display:grid;gap:18px;margin:0}
.form h2{margin:0;font-size:1.4em;line-height:1.25}
.form p{margin:0}
.field{display:grid;gap:4px;border:0;padding:0;margin:0;min-width:0}
.field label,.field legend{font-weight:600;padding:0}
.field legend{margin-bottom:4px}
.field small{font-weight:400;font-size:.9em;color:var(--soft)}
.tick{display:flex;gap:10px;align-items:flex-start}
.tick label{font-weight:400}
.tick input{width:20px;height:20px;margin:2px 0 0;flex:none;accent-color:var(--accent)}
.help{color:var(--soft);font-size:.9em}
.error,.status{color:var(--bad);font-size:.95em}
.error:empty,.status:empty{display:none}
.field>input,.field>textarea,.field>select{font:inherit;color:inherit;background:transparent;border:1px solid var(--edge);border-radius:6px;padding:9px 11px;width:100%;min-height:44px}
.field>select{background:var(--back)}
.field>[aria-invalid]{border-color:var(--bad)}
.form button{font:inherit;font-weight:600;justify-self:start;min-height:44px;padding:9px 22px;border:0;border-radius:6px;background:var(--accent);color:var(--on);cursor:pointer}
.form button[aria-disabled]{opacity:.6;cursor:progress}
.form :focus-visible{outline:2px solid var(--ink);outline-offset:2px}
.away{position:absolute;left:-9999px;width:1px;height:1px;overflow:hidden}
.thanks{display:grid;gap:10px;font-size:1.1em}
@media (forced-colors:active){.form button{border:1px solid}}
`;
