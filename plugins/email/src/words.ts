import { ChannelError } from '@balie/plugin-sdk';
import { codeOf, PrivateAddressError } from './net.js';

const TLS_REASONS: [RegExp, (host: string) => string][] = [
  [/CERT_HAS_EXPIRED|certificate has expired/i, (h) => `The certificate of ${h} has expired. Its owner must renew it.`],
  [/CERT_NOT_YET_VALID/i, (h) => `The certificate of ${h} is not valid yet. Look whether the clocks of both machines are right.`],
  [
    /DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|self-signed certificate/i,
    (h) =>
      `The certificate of ${h} is self-signed, or signed by an authority that is not known here. If it is yours, paste the authority's certificate in the setting for it.`,
  ],
  [
    /UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT|unable to (verify|get)/i,
    (h) =>
      `The certificate of ${h} is signed by an authority that is not known here, or the server leaves out a certificate in between. If the authority is yours, paste its certificate in the setting for it.`,
  ],
  [
    /ERR_TLS_CERT_ALTNAME_INVALID|does not match certificate|Hostname\/IP/i,
    (h) => `The certificate belongs to another name than ${h}. Use the name that the certificate has.`,
  ],
  [
    /wrong version number|ERR_SSL_WRONG_VERSION_NUMBER|packet length too long|ERR_SSL_PACKET_LENGTH/i,
    (h) => `${h} does not speak TLS from the start on this port. Choose STARTTLS, or another port.`,
  ],
  [
    /unsupported protocol|UNSUPPORTED_PROTOCOL|handshake failure|no protocols available/i,
    (h) => `${h} offers only encryption that is out of date (older than TLS 1.2).`,
  ],
  [/STARTTLS/i, (h) => `${h} does not offer STARTTLS, so the connection would not be encrypted. Choose TLS and its port.`],
];

const NET_REASONS: Record<string, (host: string, port: number) => string> = {
  ENOTFOUND: (h) => `There is no server with the name ${h}.`,
  ENODATA: (h) => `The name ${h} has no address.`,
  EAI_AGAIN: (h) => `The name ${h} could not be looked up: the name server does not answer.`,
  EDNS: (h) => `The name ${h} could not be looked up.`,
  ECONNREFUSED: (h, p) => `${h} refuses connections on port ${p}. Is the port right?`,
  ENETUNREACH: (h) => `There is no way from here to the network of ${h}.`,
  EHOSTUNREACH: (h) => `${h} can't be reached from here.`,
  ETIMEDOUT: (h, p) =>
    `${h} did not answer on port ${p} in time. A firewall may be in between, or the encryption chosen does not fit the port.`,
  CONNECT_TIMEOUT: (h, p) => `${h} did not answer on port ${p} in time. A firewall may be in between.`,
  GREETING_TIMEOUT: (h, p) =>
    `${h} accepted the connection on port ${p} but said nothing. Does the encryption chosen fit the port?`,
  UPGRADE_TIMEOUT: (h) => `${h} did not finish setting up the encryption in time.`,
  ECONNRESET: (h, p) => `${h} cut the connection on port ${p}.`,
  EPIPE: (h, p) => `${h} cut the connection on port ${p}.`,
};

/** What the far side itself said, on one line. */
export function serverWords(error: unknown): string {
  const e = error as { responseText?: unknown; response?: unknown; serverResponseCode?: unknown } | null;
  for (const said of [e?.responseText, e?.response]) {
    if (typeof said === 'string' && said.trim()) return said.replace(/\s+/g, ' ').trim().slice(0, 300);
  }
  return '';
}

export const isAuthFailure = (error: unknown): boolean => {
  const e = error as { authenticationFailed?: unknown; code?: unknown; responseCode?: unknown } | null;
  if (e?.authenticationFailed === true) return true;
  return e?.code === 'EAUTH' && !(typeof e.responseCode === 'number' && e.responseCode >= 400 && e.responseCode < 500);
};

/** The server refuses us for now, not who we are. */
export const isTemporary = (error: unknown): boolean =>
  /^(UNAVAILABLE|INUSE|LIMIT|SERVERBUG|CONTACTADMIN)$/i.test(
    String((error as { serverResponseCode?: unknown }).serverResponseCode ?? ''),
  ) || /temporar|try again|too many|unavailable/i.test(serverWords(error));

/** One sentence that says what went wrong between us and a server, and what to do about it. */
export function inWords(error: unknown, host: string, port: number): string {
  if (error instanceof PrivateAddressError || error instanceof ChannelError) return error.message;
  const said = serverWords(error);
  const message = error instanceof Error ? error.message : String(error);
  if (isAuthFailure(error)) return `${host} refused the user name or the password${said ? `: “${said}”` : '.'}`;
  const code = codeOf(error);
  const details = `${code} ${message} ${(error as { cause?: { message?: string } } | null)?.cause?.message ?? ''}`;
  const tls = TLS_REASONS.find(([pattern]) => pattern.test(details));
  if (tls) return tls[1](host);
  const net = NET_REASONS[code] ?? Object.entries(NET_REASONS).find(([name]) => message.includes(name))?.[1];
  if (net) return net(host, port);
  return `${host} on port ${port}: ${said || message}`;
}
