import type { StoredMail } from '../../../deploy/mailstack/mailstack.mjs';
import { barriers, camera, settled, type Camera, type Person } from './browser.js';
import { write, type Letter } from './mails.js';
import { InboxPage } from './pages/inbox.js';
import { SettingsPages } from './pages/settings.js';
import { story, type Chapter } from './story.js';
import { MAILBOX, openWorld, type World } from './world.js';

export const OWNER = { name: 'Olga Owner', email: 'olga@shop.test', password: 'correct horse battery' };
export const COLLEAGUE = { name: 'Bob Baker', email: 'bob@shop.test', password: 'another long password' };

/** A customer, whose letters go to the mailbox. */
export const customer = (name: string, from: string): Pick<Letter, 'name' | 'from' | 'to'> => ({ name, from, to: MAILBOX });

export const ANNA = customer('Anna de Vries', 'anna@cust.test');
export const CEES = customer('Cees Bakker', 'cees@cust.test');
/** Whose address Postfix does not know. */
export const NOBODY = customer('Nora Nobody', 'nouser@cust.test');

/** Subjects of the conversations of the story. */
export const SUBJECTS = { hours: 'Opening hours', parcel: 'Where is my parcel?', list: 'Price list, please' };

/** Everybody in the story and what they look at. */
export class Cast {
  readonly shoot: Camera;
  readonly chapter: Chapter;
  /** Message-IDs of what customers sent, by subject. */
  readonly ids = new Map<string, string>();
  /** What axe found on the screens so far. */
  readonly barriers: string[] = [];
  world!: World;
  olga!: Person;
  bob!: Person;
  inbox!: InboxPage;
  bobs!: InboxPage;
  settings!: SettingsPages;

  constructor(name = 'journey') {
    this.shoot = camera(name);
    this.chapter = story(
      this.shoot,
      () => this.world.persons,
      () => this.world.server.tail.slice(-1500),
    );
  }

  async enter(): Promise<void> {
    this.world = await openWorld();
    this.olga = await this.world.open();
    this.inbox = new InboxPage(this.olga.page);
    this.settings = new SettingsPages(this.olga.page);
  }

  async leave(): Promise<void> {
    await this.world.close();
  }

  /** Takes a picture of what is seen, and keeps what axe finds wrong with it. */
  async look(person: Person, title: string): Promise<void> {
    await settled(person.page);
    await this.shoot(person.page, title);
    for (const barrier of await barriers(person.page)) this.barriers.push(`${title}: ${barrier}`);
  }

  /** Waits for what the mailbox of a recipient got. */
  arrived(who: string, fits?: (mail: StoredMail) => boolean): Promise<StoredMail> {
    return this.world.mail.waitForMail(who, fits, { timeoutMs: 120_000 });
  }

  /** Posts a letter, and remembers its Message-ID. */
  async post(letter: Letter, via: 'lmtp' | 'mta' = 'lmtp'): Promise<void> {
    const { raw, messageId } = write(letter);
    this.ids.set(letter.subject, messageId);
    await this.world.mail.deliver(letter.to, raw, { from: letter.from, via });
  }
}
