import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * `FS_IOC_SHUTDOWN` with NOLOGFLUSH: from now on nothing reaches the image, as when the power goes; what was not synced is lost.
 * It waits for a line, so that no start of a program lies between the wish and the cut.
 */
const CUT = `import fcntl, os, struct, sys
fd = os.open(sys.argv[1], os.O_RDONLY)
print('armed', flush=True)
if sys.stdin.readline(): fcntl.ioctl(fd, 0x8004587d, struct.pack('I', 2))`;

/** An ext4 file system of its own in an image file, from which the power can be taken (reliability F3). Needs root and python3. */
export class CutDisk {
  private readonly folder = mkdtempSync(path.join(tmpdir(), 'balie-disk-'));
  private readonly image = path.join(this.folder, 'disk.img');
  readonly mountPoint = path.join(this.folder, 'mnt');
  private armed: ChildProcess | null = null;

  constructor(megabytes = 400) {
    this.run('truncate', '-s', `${megabytes}M`, this.image);
    this.run('mkfs.ext4', '-F', '-q', this.image);
    this.run('mkdir', '-p', this.mountPoint);
    this.mount();
  }

  /** Makes ready for a cut without delay. */
  async arm(): Promise<void> {
    const child = spawn('python3', ['-c', CUT, this.mountPoint], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.armed = child;
    await Promise.race([once(child.stdout, 'data'), failed(child)]);
  }

  /** Takes the power at once; whoever has files open sees errors until it is killed. Wants to be armed. */
  async cut(): Promise<void> {
    const child = this.armed;
    if (!child) throw new Error('The disk is not armed.');
    this.armed = null;
    const ended = once(child, 'exit');
    child.stdin?.end('cut\n');
    const [code] = (await ended) as [number | null];
    if (code !== 0) throw new Error(`The power could not be cut: the program ended with ${code}.`);
  }

  /** After the processes are gone: what the disk really held. */
  powerUp(): void {
    this.run('umount', this.mountPoint);
    this.mount();
  }

  destroy(): void {
    this.armed?.kill('SIGKILL');
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

async function failed(child: ChildProcess): Promise<never> {
  const [code] = (await once(child, 'exit')) as [number | null];
  throw new Error(`The program that cuts the power ended with ${code}.`);
}
