/** What sign-in must know of the settings; given by the app. */
export abstract class AuthOptions {
  /** `https://desk.example.com`; null when it is not set. */
  abstract readonly publicOrigin: string | null;
}
