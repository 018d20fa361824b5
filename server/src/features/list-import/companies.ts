import { visibleInboxes } from '../../kernel/access.js';
import { newId } from '../../kernel/ids.js';
import type { Tx } from '../../kernel/uow.js';
import { companiesByName, type CrmRecord, saveRecord } from '../records/index.js';

/** The companies that rows name; those that are not there are made, once. */
export class Companies {
  private constructor(private readonly byName: Map<string, CrmRecord>) {}

  static async named(tx: Tx, names: readonly string[]): Promise<Companies> {
    return new Companies(await companiesByName(tx, tx.ctx, visibleInboxes(tx.ctx.principal), [...new Set(names)]));
  }

  /** The one of this name; a fresh one is about what is named beside it. */
  async of(tx: Tx, name: string, linkIds: string[]): Promise<{ company: CrmRecord; fresh: boolean }> {
    const known = this.byName.get(name.toLowerCase());
    if (known) return { company: known, fresh: false };
    const company = await saveRecord(tx, { id: newId('company'), title: name, linkIds });
    this.byName.set(name.toLowerCase(), company);
    return { company, fresh: true };
  }
}
