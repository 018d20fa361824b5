const isMac = () => /Mac|iPhone|iPad/.test(navigator.userAgent);
const SYMBOLS: Record<string, string> = { 'Shift+?': '?', 'Shift+U': '⇧ U', Escape: 'Esc' };

const caps = (keys: string): string[] =>
  keys.split(' ').map(
    (key) =>
      SYMBOLS[key] ??
      key
        .replace('$mod+', isMac() ? '⌘ ' : 'Ctrl ')
        .replace('Shift+', '⇧ ')
        .replace(/\b([a-z])$/, (letter) => letter.toUpperCase()),
  );

/** Keys as they stand on the keyboard. */
export function KeyCaps({ keys }: { keys: string }) {
  return (
    <span className="caps">
      {caps(keys).map((cap, index) => (
        <kbd key={index}>{cap}</kbd>
      ))}
    </span>
  );
}
