/** Makes backups of the whole instance; the app has it, which knows where everything lies. */
export abstract class BackupMaker {
  /** Writes an archive of this name into the folder of the settings; answers its size. */
  abstract make(file: string): Promise<number>;
  /** Removes the oldest archives of the schedule, so that so many are left. */
  abstract keep(newest: number): Promise<void>;
}
