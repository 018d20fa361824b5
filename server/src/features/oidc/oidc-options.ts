/** What sign-in with a provider must know of the settings; given by the app. */
export abstract class OidcOptions {
  /** Addresses and networks that are private and in which a provider may be all the same. */
  abstract readonly privateNetworks: readonly string[];
}
