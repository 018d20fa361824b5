import type { Text } from '@balie/plugin-sdk';
import { z } from 'zod';

/** What the settings of every server have in common. */
export const port = () => z.number().int().min(1).max(65535);
export const host = () => z.string().trim().max(253).default('');
export const security = z.enum(['tls', 'starttls', 'none']);
/** How a connection is encrypted. */
export type Security = z.output<typeof security>;
/** What the values of a choice are called in the form. */
export const securityLabels: Record<Security, Text> = {
  tls: { en: 'TLS (recommended)', nl: 'TLS (aanbevolen)' },
  starttls: { en: 'STARTTLS', nl: 'STARTTLS' },
  none: { en: 'No encryption (unsafe)', nl: 'Geen versleuteling (onveilig)' },
};
export const securityWords: Text = {
  en: 'TLS is encrypted from the start, STARTTLS after a plain greeting. Without encryption anybody on the way can read the password and every mail: choose that only inside a network that you trust.',
  nl: 'TLS is vanaf het begin versleuteld, STARTTLS na een open begroeting. Zonder versleuteling kan iedereen onderweg het wachtwoord en elke mail lezen: kies dat alleen binnen een netwerk dat je vertrouwt.',
};
