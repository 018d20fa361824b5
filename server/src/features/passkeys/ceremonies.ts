import { isIP } from 'node:net';
import { Injectable } from '@nestjs/common';
import type { PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import { z } from 'zod';
import type { User } from '../agents/index.js';
import { PublicAddress } from '../../kernel/public-address.js';
import { CHALLENGE_MS } from '../auth/index.js';
import type { Passkey } from './passkey.entity.js';

// A fifth of all files that the server would load at its start, for what happens seldom: they are loaded when they are needed.
const webauthn = () => import('@simplewebauthn/server');
const helpers = () => import('@simplewebauthn/server/helpers');

const text = z.string().min(1).max(20_000);
const credential = { id: z.string().min(1).max(1400), rawId: z.string().max(1400), type: z.literal('public-key') };
const made = z.object({ ...credential, response: z.object({ clientDataJSON: text, attestationObject: text }) });
const shown = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: text,
    authenticatorData: text,
    signature: text,
    userHandle: z.string().max(200),
  }),
});
const NO_EXTENSIONS = { clientExtensionResults: {} } as const;

/** What a browser's authenticator says is not what was asked for; the words are for the log. */
export class NotProved extends Error {}

/** The two ceremonies of WebAuthn (Level 3, section 7), for keys that are found without a name and ask who their owner is. */
@Injectable()
export class Ceremonies {
  private readonly place: { origin: string; rpId: string } | null;

  constructor({ origin }: PublicAddress) {
    this.place = placeOf(origin);
  }

  /** Browsers make and show passkeys for the address of this instance. */
  get available(): boolean {
    return this.place !== null;
  }

  /** What `navigator.credentials.create` needs; with the challenge. */
  async toMake(user: User, workspace: string, known: readonly Passkey[]): Promise<PublicKeyCredentialCreationOptionsJSON> {
    const { generateRegistrationOptions } = await webauthn();
    return generateRegistrationOptions({
      rpName: workspace,
      rpID: this.here().rpId,
      userID: new TextEncoder().encode(user.id),
      userName: user.email,
      userDisplayName: user.name,
      timeout: CHALLENGE_MS,
      attestationType: 'none',
      excludeCredentials: known.map(({ credentialId }) => ({ id: credentialId })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
  }

  /** The key that was made; throws NotProved. */
  async wasMade(response: unknown, challenge: string): Promise<Pick<Passkey, 'credentialId' | 'publicKey' | 'counter'>> {
    const { origin, rpId } = this.here();
    const info = await proved(async () => {
      const given = made.parse(response);
      await refuseCertificates(given.response.attestationObject);
      const { verifyRegistrationResponse } = await webauthn();
      const { registrationInfo } = await verifyRegistrationResponse({
        response: { ...given, ...NO_EXTENSIONS },
        expectedChallenge: challenge,
        expectedOrigin: origin,
        expectedRPID: rpId,
        requireUserVerification: true,
      });
      return registrationInfo ?? null;
    });
    const { id, publicKey, counter } = info.credential;
    return { credentialId: id, publicKey: Buffer.from(publicKey).toString('base64url'), counter };
  }

  /** What `navigator.credentials.get` needs, of whoever it is; with the challenge. */
  async toShow(): Promise<PublicKeyCredentialRequestOptionsJSON> {
    const { generateAuthenticationOptions } = await webauthn();
    return generateAuthenticationOptions({ rpID: this.here().rpId, timeout: CHALLENGE_MS, userVerification: 'required' });
  }

  /** Which key is shown, before anything of it is believed; null when it can be none. */
  idShown(response: unknown): string | null {
    return shown.safeParse(response).data?.id ?? null;
  }

  /** The key was shown by who has it; answers its new counter, throws NotProved. */
  async wasShown(response: unknown, challenge: string, passkey: Passkey): Promise<number> {
    const { origin, rpId } = this.here();
    const info = await proved(async () => {
      const given = shown.parse(response);
      if (Buffer.from(given.response.userHandle, 'base64url').toString() !== passkey.userId)
        throw new NotProved('the key is of somebody else');
      const { verifyAuthenticationResponse } = await webauthn();
      const { credentialId: id, publicKey, counter } = passkey;
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response: { ...given, ...NO_EXTENSIONS },
        expectedChallenge: challenge,
        expectedOrigin: origin,
        expectedRPID: rpId,
        credential: { id, publicKey: Uint8Array.from(Buffer.from(publicKey, 'base64url')), counter },
        requireUserVerification: true,
      });
      return verified ? authenticationInfo : null;
    });
    return info.newCounter;
  }

  private here(): { origin: string; rpId: string } {
    if (!this.place) throw new NotProved('there is no address for passkeys');
    return this.place;
  }
}

/** No certificate was asked for, and to check one means to load addresses that it names itself. */
async function refuseCertificates(attestationObject: string): Promise<void> {
  const { decodeAttestationObject, isoBase64URL } = await helpers();
  const decoded = decodeAttestationObject(isoBase64URL.toBuffer(attestationObject));
  const format = decoded.get('fmt');
  const self = format === 'packed' && decoded.get('attStmt').get('x5c') === undefined;
  if (format !== 'none' && !self) throw new NotProved('the key came with a certificate');
}

async function proved<T>(work: () => Promise<T | null>): Promise<T> {
  try {
    const result = await work();
    if (result !== null) return result;
  } catch (error) {
    // Whatever a decoder says of what a browser sent: it is not what was asked for.
    throw error instanceof NotProved ? error : new NotProved((error as Error).message, { cause: error });
  }
  throw new NotProved('the signature is wrong');
}

/** Browsers know passkeys for a name with https, and for localhost (WebAuthn Level 3, 5.1.3 and 13.4.9). */
function placeOf(address: string | null): { origin: string; rpId: string } | null {
  if (address === null) return null;
  const { protocol, hostname } = new URL(address);
  const named = isIP(hostname.replace(/^\[|\]$/g, '')) === 0;
  return named && (protocol === 'https:' || hostname === 'localhost') ? { origin: address, rpId: hostname } : null;
}
