/** What the address says about a list of contacts or records. */
export interface ListSearch {
  /** A saved view; what it holds is shown as long as nothing was `edited`. */
  view?: string | undefined;
  /** What the address says stands in place of what the view holds. */
  edited?: true | undefined;
  layout?: 'board' | undefined;
  q?: string | undefined;
  /** The id of an agent, `me`, or `all`. */
  owner?: string | undefined;
  /** Of contacts: a property and what is looked for of it, as `factText` writes it. */
  fact?: string | undefined;
  stage?: string | undefined;
  pipeline?: string | undefined;
  state?: 'open' | 'done' | 'all' | undefined;
  /** Those in the bin. */
  bin?: true | undefined;
  order?: 'newest' | 'oldest' | undefined;
  /** The columns, parted by commas, where they differ from those of the view. */
  cols?: string | undefined;
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

function one<Word extends string>(value: unknown, words: readonly Word[]): Word | undefined {
  return words.find((word) => word === value);
}

/** What of an address is about a list. */
export function listSearchOf(search: Record<string, unknown>): ListSearch {
  return {
    view: text(search['view']),
    edited: search['edited'] === true ? true : undefined,
    layout: one(search['layout'], ['board']),
    q: text(search['q']),
    owner: text(search['owner']),
    fact: text(search['fact']),
    stage: text(search['stage']),
    pipeline: text(search['pipeline']),
    state: one(search['state'], ['open', 'done', 'all']),
    bin: search['bin'] === true ? true : undefined,
    order: one(search['order'], ['newest', 'oldest']),
    cols: text(search['cols']),
  };
}
