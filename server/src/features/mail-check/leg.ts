/** One thing that was found out about a sender, in the network's own words. */
export interface Proof {
  method: string;
  result?: string;
  by?: string;
  record?: string;
}

export type LegKey = 'LEFT' | 'ARRIVED' | 'CLOCK' | 'SPF' | 'DKIM' | 'DMARC';
/** UNKNOWN: nobody has said; it counts neither way. */
export type Verdict = 'WAITING' | 'GOOD' | 'BAD' | 'UNKNOWN';

/** One step of the way, in the form of the schema. */
export interface Leg {
  key: LegKey;
  verdict: Verdict;
  message: string;
}
