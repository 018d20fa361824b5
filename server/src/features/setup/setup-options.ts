/** What the first run must know of the settings; given by the app. */
export abstract class SetupOptions {
  /** Version of the product. */
  abstract readonly version: string;
  /** The owner of an unattended installation. */
  abstract readonly owner: { email: string; password: string; name: string } | null;
}
