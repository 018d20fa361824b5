/** What the checks must know of the settings; given by the app. */
export abstract class OperationsOptions {
  /** Null when it is not set. */
  abstract readonly publicUrl: string | null;
  /** How often backups are made and how many are kept; null for no schedule. */
  abstract readonly backups: { everyMs: number; keep: number } | null;
  /** Of the product. */
  abstract readonly version: string;
  /** Where the data is. */
  abstract readonly dataDir: string;
  /** Name servers to ask; empty: those of the machine. */
  abstract readonly dnsServers: readonly string[];
}
