const PATHS = {
  close: 'M6 6l12 12M18 6L6 18',
  sound: 'M6 16V11a6 6 0 0 1 12 0v5l2 2H4zM10 21h4',
  muted: 'M6 16V11a6 6 0 0 1 9-5.2M18 11v5l2 2H8M10 21h4M4 4l16 16',
  attach: 'M20 11l-8.5 8.5a5 5 0 0 1-7-7L13 4a3.5 3.5 0 0 1 5 5l-8.5 8.5a2 2 0 0 1-3-3L14 7',
  emoji: 'M12 21a9 9 0 1 1 0-18a9 9 0 0 1 0 18M8.5 14a4.5 4.5 0 0 0 7 0M9 9.5v.01M15 9.5v.01',
  send: 'M4 12L20 4l-5 16-3.5-6.5z',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4',
};

export function Icon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
