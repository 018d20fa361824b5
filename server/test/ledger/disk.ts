import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** `FS_IOC_SHUTDOWN` with NOLOGFLUSH: from now on nothing reaches the image, as when the power goes; what was not synced is lost. */
const CUT = `import fcntl, os, struct, sys
fd = os.open(sys.argv[1], os.O_RDONLY)
fcntl.ioctl(fd, 0x8004587d, struct.pack('I', 2))
os.close(fd)`;

/** An ext4 file system of its own in an image file, from which the power can be taken (reliability F3). Needs root and python3. */
export class CutDisk {
  private readonly folder = mkdtempSync(path.join(tmpdir(), 'balie-disk-'));
  private readonly image = path.join(this.folder, 'disk.img');
  readonly mountPoint = path.join(this.folder, 'mnt');

  constructor(megabytes = 400) {
    this.run('truncate', '-s', `${megabytes}M`, this.image);
    this.run('mkfs.ext4', '-F', '-q', this.image);
    this.run('mkdir', '-p', this.mountPoint);
    this.mount();
  }

  /** Takes the power; whoever has files open sees errors until it is killed. */
  cut(): void {
    this.run('python3', '-c', CUT, this.mountPoint);
  }

  /** After the processes are gone: what the disk really held. */
  powerUp(): void {
    this.run('umount', this.mountPoint);
    this.mount();
  }

  destroy(): void {
    try {
      this.run('umount', '-l', this.mountPoint);
    } finally {
      rmSync(this.folder, { recursive: true, force: true });
    }
  }

  private mount(): void {
    this.run('mount', '-o', 'loop', this.image, this.mountPoint);
  }

  private run(command: string, ...parameters: string[]): void {
    execFileSync(command, parameters, { stdio: ['ignore', 'ignore', 'pipe'] });
  }
}
