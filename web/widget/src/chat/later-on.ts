/** The script of what is needed later; it is loaded once. Rejects where it can't be. */
export const later = () => import('./later.js');

/** Lets a new message be heard; where that can't be loaded, it is only seen. */
export const chime = (): void =>
  void later().then(
    (loaded) => loaded.chime(),
    () => undefined,
  );
