/** What the checks must know of the settings; given by the app. */
export abstract class OperationsOptions {
  /** Null when it is not set. */
  abstract readonly publicUrl: string | null;
}
