const NAMES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it stands in a page. */
export const escapeHtml = (text: string): string => text.replaceAll(/[&<>"]/g, (letter) => NAMES[letter] ?? letter);
