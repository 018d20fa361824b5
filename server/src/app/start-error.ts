/** Exit codes of a start that failed; the table of `deploy/docs/settings.md`. */
export const EXIT = {
  MIGRATION: 65,
  DATABASE: 69,
  STORAGE: 70,
  BUCKET: 71,
  DATA_DIR: 73,
  DISK_FULL: 74,
  PORT: 75,
  SETTING: 78,
} as const;

/** What each exit code says to whoever runs the server. */
export const EXIT_MEANINGS: Record<keyof typeof EXIT, string> = {
  MIGRATION: 'A migration of the database failed. Nothing of it was kept.',
  DATABASE: 'The database can not be reached. (Redis may be away: nothing is lost without it.)',
  STORAGE: 'The disk or the database file failed under the running server. Nothing is written after that.',
  BUCKET: 'The bucket for files can not be reached.',
  DATA_DIR: 'The data folder can not be written to.',
  DISK_FULL: 'The disk is full.',
  PORT: 'The address or port can not be listened on, such as one that is taken.',
  SETTING: 'A setting is unknown or wrong.',
};

/** The server can't start, and one sentence says why; the process ends with `exitCode`. */
export class StartError extends Error {
  constructor(
    readonly exitCode: number,
    message: string,
  ) {
    super(message);
    this.name = 'StartError';
  }
}
