/** The colours of a channel, so that whatever was chosen can be read (WCAG 2.2, 1.4.3 and 1.4.11). */

type Rgb = [number, number, number];
export const SURFACES = { light: '#ffffff', dark: '#161a21' } as const;
const STANDARD = '#3c4bd0';

const rgb = (color: string): Rgb => [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16)) as Rgb;
const hex = (parts: number[]): string => `#${parts.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
const mix = (color: string, other: string, share: number): string => {
  const to = rgb(other);
  return hex(rgb(color).map((part, at) => part + ((to[at] ?? 0) - part) * share));
};

function luminance(color: string): number {
  const [red, green, blue] = rgb(color).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** From 1 to 21. */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** `accent` as it was chosen, `ink` on it, and `strong`: as near to it as can be read on the surface. */
export function palette(color: string, scheme: keyof typeof SURFACES): { accent: string; ink: string; strong: string } {
  const accent = /^#[0-9a-f]{6}$/i.test(color) ? color : STANDARD;
  const ink = contrast(accent, '#ffffff') >= contrast(accent, '#000000') ? '#ffffff' : '#000000';
  const towards = scheme === 'light' ? '#000000' : '#ffffff';
  const steps = Array.from({ length: 21 }, (_, step) => mix(accent, towards, step / 20));
  return { accent, ink, strong: steps.find((step) => contrast(step, SURFACES[scheme]) >= 4.6) ?? towards };
}
