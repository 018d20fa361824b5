import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

const payload = z.object({
  algorithm: z.string().refine((name) => name.toUpperCase() === 'HMAC-SHA256'),
  user_id: z.string().regex(/^\d{1,40}$/),
});

/**
 * About whom Meta asks in a `signed_request`: HMAC-SHA256 by the app secret over the second part, both base64url (Meta, "Data Deletion
 * Request Callback"). Null for what Meta did not sign.
 */
export function signedUser(signedRequest: string, appSecret: string): string | null {
  const [signature = '', said = ''] = signedRequest.split('.');
  const expected = createHmac('sha256', appSecret).update(said).digest();
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  try {
    return payload.parse(JSON.parse(Buffer.from(said, 'base64url').toString('utf8'))).user_id;
  } catch {
    return null;
  }
}
