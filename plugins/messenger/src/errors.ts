import { ChannelError } from '@balie/plugin-sdk';

/** An error as the Graph API says it (Meta, "Graph API: Handling Errors"). */
export interface GraphError {
  message: string;
  code: number;
  subcode?: number;
  fbtraceId?: string;
}
type Kind = ChannelError['kind'];

const MINUTE = 60_000;

/** Where the subcode says more than the code (Meta, "Messenger Platform: Common Error Codes"). */
const BY_SUBCODE: Record<number, Kind> = {
  2018278: 'window_closed', // outside of the allowed window
  2018065: 'window_closed', // the same, as older versions say it
  2018108: 'unreachable', // this person is not receiving messages from you
  1545041: 'unreachable', // this person is not available
  2018001: 'unreachable', // no matching user
  2018028: 'auth', // the app may write to its testers only: pages_messaging has not been reviewed
  2018344: 'auth', // the page has not accepted the privacy terms
  2018022: 'rate_limited', // too many send requests
};
/** The classes of codes: what passes by itself, what a limit of calls is, and what an admin must mend. */
const BY_CODE: Record<number, Kind> = {
  1: 'transient', // unknown, possibly a short outage
  2: 'transient', // service temporarily unavailable
  1200: 'transient', // temporary send message failure
  4: 'rate_limited', // of the app
  17: 'rate_limited', // of the account
  32: 'rate_limited', // of the page
  613: 'rate_limited', // of this API
  341: 'rate_limited', // application limit
  368: 'rate_limited', // blocked for a time for what counts as abuse
  80006: 'rate_limited', // of the Messenger API for this page
  190: 'auth', // the token
  102: 'auth', // the session of the token
  10: 'auth', // permission missing
  3: 'auth', // capability missing
  200: 'auth', // permission missing
  230: 'auth', // pages_messaging missing
  551: 'unreachable',
};

/** What the core is to do about it. What is known of neither is the message's own fault, as 100 (invalid parameter) is. */
export function kindOf({ code, subcode }: GraphError): Kind {
  const bySubcode = subcode === undefined ? undefined : BY_SUBCODE[subcode];
  // 200 to 299 are all about permissions.
  return bySubcode ?? BY_CODE[code] ?? (code >= 200 && code < 300 ? 'auth' : 'rejected');
}

/** In words for an agent, with Meta's own beside them. */
export function channelErrorOf(error: GraphError, headers: Headers): ChannelError {
  const kind = kindOf(error);
  const detail = { code: error.subcode === undefined ? String(error.code) : `${error.code}/${error.subcode}` };
  const said = `${error.message} (Meta ${detail.code})`;
  const wait = waitOf(headers);
  switch (kind) {
    case 'window_closed':
      return new ChannelError(
        kind,
        `Messenger no longer takes an answer: too long since this person last wrote. ${said}`,
        detail,
      );
    case 'unreachable':
      return new ChannelError(kind, `This person can't be reached on Messenger at the moment. ${said}`, detail);
    case 'auth':
      return new ChannelError(kind, `Facebook no longer lets this page send: connect it again. ${said}`, detail);
    case 'rate_limited':
      return new ChannelError(kind, said, { ...detail, retryAfterMs: wait ?? (error.code === 368 ? 60 * MINUTE : MINUTE) });
    default:
      return new ChannelError(kind, said, wait === null ? detail : { ...detail, retryAfterMs: wait });
  }
}

/** How long Meta asks to wait: `Retry-After`, or the minutes of `X-Business-Use-Case-Usage` (Meta, "Rate Limits"). Null when it does not say. */
export function waitOf(headers: Headers): number | null {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  const minutes = usages(headers.get('x-business-use-case-usage')).map((one) => Number(one['estimated_time_to_regain_access']));
  const wanted = [seconds * 1000, ...minutes.map((count) => count * MINUTE)].filter((ms) => Number.isFinite(ms) && ms > 0);
  return wanted.length > 0 ? Math.min(Math.max(...wanted), 24 * 60 * MINUTE) : null;
}

/** The share of what the app or page may ask that is used, in percent: the highest of the counters in `X-App-Usage` and its like. */
export function usageOf(headers: Headers): number {
  const counters = ['x-app-usage', 'x-page-usage', 'x-business-use-case-usage'].flatMap((name) => usages(headers.get(name)));
  const percents = counters.flatMap((one) => ['call_count', 'total_time', 'total_cputime'].map((name) => Number(one[name])));
  return Math.max(0, ...percents.filter(Number.isFinite));
}

/** The counters of a header: one object, or lists of them by the id of a page. */
function usages(header: string | null): Record<string, unknown>[] {
  if (header === null) return [];
  try {
    const value = JSON.parse(header) as Record<string, unknown>;
    const lists = Object.values(value).filter(Array.isArray).flat() as Record<string, unknown>[];
    return lists.length > 0 ? lists : [value];
  } catch {
    return [];
  }
}
