import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { SecretBox } from '../../kernel/secrets.js';
import { AesSecretBox, UnknownKeyError } from './aes-secret-box.js';
import { parseKeyRing } from './key-ring.js';
import { type KeySource, loadKeyRing, SECRET_KEY_FILE } from './secret-key.js';

/** The box of an installation. */
export async function openSecretBox(source: KeySource): Promise<SecretBox> {
  const { current, older } = await loadKeyRing(source);
  return source.key === undefined ? new LiveSecretBox(join(source.dataDir, SECRET_KEY_FILE)) : new AesSecretBox(current, older);
}

/** Follows the file of the keys: a process that runs seals with a new key as soon as that is there, and opens by it what others have sealed. */
class LiveSecretBox extends SecretBox {
  private box: AesSecretBox;
  private seen: string;

  constructor(private readonly path: string) {
    super();
    [this.box, this.seen] = this.read();
  }

  seal(plain: string, owner: string): string {
    if (this.mark() !== this.seen) [this.box, this.seen] = this.read();
    return this.box.seal(plain, owner);
  }

  open(sealed: string, owner: string): string {
    try {
      return this.box.open(sealed, owner);
    } catch (error) {
      if (!(error instanceof UnknownKeyError) || this.mark() === this.seen) throw error;
    }
    [this.box, this.seen] = this.read();
    return this.box.open(sealed, owner);
  }

  private read(): [AesSecretBox, string] {
    const seen = this.mark();
    const { current, older } = parseKeyRing(readFileSync(this.path, 'utf8'), this.path);
    return [new AesSecretBox(current, older), seen];
  }

  /** Another one for each content: the file is only ever replaced. */
  private mark(): string {
    const { ino, mtimeMs, size } = statSync(this.path);
    return `${ino} ${mtimeMs} ${size}`;
  }
}
