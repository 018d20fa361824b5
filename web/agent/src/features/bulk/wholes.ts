import type { Change } from '../../app/live.js';
import type { WholeAsked, WholeChanges } from './wholeChanges.js';
import type { WholeParts } from './wholeParts.js';

/** Hears of what the server does to whole views and lists, also what was begun before this page was loaded; all else is read when it is needed. */
export class Wholes {
  private loaded: Promise<WholeChanges> | null = null;

  constructor(private readonly parts: WholeParts) {}

  readonly take = ({ node, type }: Change): void => {
    if (node?.__typename === 'BulkChange') void this.load().then((changes) => changes.told(node));
    else if (type === 'RESYNC') void this.loaded?.then((changes) => changes.again());
  };

  /** Does it to all that the filter finds; `done` is what is said once it is done to so many. */
  async start(asked: WholeAsked, done: (n: number) => string): Promise<void> {
    await (await this.load()).start(asked, done);
  }

  private load(): Promise<WholeChanges> {
    return (this.loaded ??= import('./wholeChanges.js').then((module) => new module.WholeChanges(this.parts)));
  }
}
