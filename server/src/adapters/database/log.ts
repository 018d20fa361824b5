/** What the adapters need of a logger; Nest's own fits. */
export interface Log {
  log(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}
