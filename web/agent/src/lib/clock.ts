/** The one place of the app that reads the clock. */
export const now = (): number => Date.now();
