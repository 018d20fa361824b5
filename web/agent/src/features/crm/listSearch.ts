/** What the address says about a list. */
export interface ListSearch {
  layout?: 'board' | undefined;
  q?: string | undefined;
  owner?: string | undefined;
  stage?: string | undefined;
  pipeline?: string | undefined;
  state?: 'done' | 'all' | undefined;
}

/** What the address says about the list of contacts. */
export interface ContactSearch {
  q?: string | undefined;
  owner?: string | undefined;
  /** Those in the bin. */
  bin?: true | undefined;
}
