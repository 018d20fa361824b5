/** One thing a person can do: feeds keys, palette and the help sheet alike (U5). */
export interface Command {
  id: string;
  label: string;
  keys?: string | undefined;
  group: 'move' | 'act' | 'go' | 'app';
  run: () => void;
}
