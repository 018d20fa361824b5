/** Encrypts what must not lie readable in the database, such as the passwords of channels. */
export abstract class SecretBox {
  /** `aad` binds the result to its place, such as the id of its row: it opens nowhere else. */
  abstract seal(plain: string, aad: string): string;
  /** Throws when it was sealed for another place, with another key, or was changed. */
  abstract open(sealed: string, aad: string): string;
}
