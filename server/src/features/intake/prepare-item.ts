import { type Channel, type PluginGateway, switchedRules } from '../channels/index.js';
import type { HtmlSanitizer } from '../messages/index.js';
import type { Storage } from '../../kernel/storage.js';
import type { CheckedEvent } from './inbound-event.js';
import type { InboundItem } from './inbound-item.entity.js';
import { prepareContent } from './prepare.js';
import type { Prepared, Ready, ToStore } from './store-item.js';
import type { Source } from './unparsed.js';

/** Does for an item what takes time, or has to be asked elsewhere, before the transaction begins that stores it. */
export class ItemPreparer {
  constructor(
    private readonly gateway: PluginGateway,
    private readonly storage: Storage,
    private readonly sanitizer: HtmlSanitizer,
  ) {}

  /** What of the type of the channel matters here. */
  async typeOf(channel: Channel): Promise<Pick<ToStore, 'rules' | 'asks'>> {
    const type = await this.gateway.channelType(channel.type);
    const rules = switchedRules(type?.filterRules ?? {}, channel.filterSwitches);
    return { rules, asks: type?.has?.includes('fetchProfile') ?? false };
  }

  /** An item with all that can be found out about it. */
  async item(item: InboundItem, events: CheckedEvent[], anyway = false): Promise<Ready> {
    const prepared = await this.events(events);
    // Only reports may turn out to be about nothing that is here; their source is read beforehand, not in the transaction.
    const onlyReports = item.rawHash !== null && prepared.length > 0 && prepared.every(({ event }) => event.type === 'receipt');
    const noMessage = anyway && prepared.every(({ event }) => event.type !== 'message');
    return { item, prepared, source: onlyReports || noMessage ? await this.sourceOf(item) : null };
  }

  events(events: readonly CheckedEvent[]): Promise<Prepared[]> {
    return Promise.all(events.map((event) => this.event(event)));
  }

  /** What came in, as a file to attach. */
  async sourceOf(item: InboundItem): Promise<Source | null> {
    if (item.payload !== null) {
      const { hash, bytes } = await this.storage.put(Buffer.from(item.payload));
      return { hash, bytes, name: 'source.json', mime: 'application/json' };
    }
    if (item.rawHash === null) return null;
    const bytes = await this.storage.read(item.rawHash);
    // Header lines, as mails have them; anything else has no better name than what it is.
    const isMail = /^[\x21-\x39\x3b-\x7e]{1,76}:[ \t]/.test(bytes.toString('latin1', 0, 200));
    const kind = isMail
      ? { name: 'original.eml', mime: 'message/rfc822' }
      : { name: 'original.bin', mime: 'application/octet-stream' };
    return { hash: item.rawHash, bytes: bytes.length, ...kind };
  }

  private async event(event: CheckedEvent): Promise<Prepared> {
    if (event.type === 'message') return { event, content: await prepareContent(event, this.sanitizer) };
    if (event.type === 'edited' && event.parts)
      return { event, content: await prepareContent({ parts: event.parts }, this.sanitizer) };
    return { event, content: null };
  }
}
