/** What fetching pictures must know of the settings; given by the app. */
export abstract class PictureOptions {
  /** Addresses and networks that are private and may be asked all the same. */
  abstract readonly privateNetworks: readonly string[];
}
