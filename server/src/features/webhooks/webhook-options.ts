/** What webhooks must know of the settings; given by the app. */
export abstract class WebhookOptions {
  /** Addresses and networks that are private and may be posted to all the same. */
  abstract readonly privateNetworks: readonly string[];
}
