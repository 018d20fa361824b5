/** What inboxes must know of the settings; given by the app. */
export abstract class InboxOptions {
  /** How many there may be (S71). */
  abstract readonly limit: number;
}
