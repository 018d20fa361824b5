/** What push must know of the settings; given by the app. */
export abstract class PushOptions {
  /** Addresses and networks that are private and may be pushed to all the same, for a push service of one's own. */
  abstract readonly privateNetworks: readonly string[];
}
