import type { Text } from '@balie/plugin-sdk';
import type { z } from 'zod';

export type Language = 'en' | 'nl';

/** What a form says by itself; everything else is written by its admin. */
export const TEXTS = {
  en: {
    send: 'Send',
    sending: 'Sending …',
    failed: 'This could not be sent. Your answers are still here: try again.',
    thanks: 'Thank you. We have received your message.',
    again: 'Some answers need a look.',
    optional: '(optional)',
    needed: 'Please fill this in.',
    chosen: 'Please choose one.',
    agreed: 'We can only go on when you agree.',
    email: 'This is not an e-mail address, such as name@example.com.',
    phone: 'This is not a phone number, such as +31 20 123 4567.',
    unknown: 'This is not one of the choices.',
    long: 'This is too long: at most {n} characters.',
    many: 'At most {n} files.',
    large: '{name} is too large: at most {n} MB.',
    empty: '{name} is empty.',
    kind: '{name} is not of a kind that we take.',
    origin: 'This form does not stand on this site.',
    stale: 'This page was open for long. Send it once more.',
    busy: 'You have sent this often. Try again later.',
    nothing: 'There is nothing in it.',
    yes: 'Yes',
    no: 'No',
    pick: 'Choose …',
    leaveEmpty: 'Leave this empty',
    back: 'Back',
  },
  nl: {
    send: 'Versturen',
    sending: 'Versturen …',
    failed: 'Dit kon niet worden verstuurd. Je antwoorden staan er nog: probeer het opnieuw.',
    thanks: 'Bedankt. We hebben je bericht ontvangen.',
    again: 'Kijk nog even naar enkele antwoorden.',
    optional: '(niet verplicht)',
    needed: 'Vul dit in.',
    chosen: 'Kies er een.',
    agreed: 'We kunnen pas verder als je akkoord gaat.',
    email: 'Dit is geen e-mailadres, zoals naam@voorbeeld.nl.',
    phone: 'Dit is geen telefoonnummer, zoals 020 123 4567.',
    unknown: 'Dit is geen van de keuzes.',
    long: 'Dit is te lang: hoogstens {n} tekens.',
    many: 'Hoogstens {n} bestanden.',
    large: '{name} is te groot: hoogstens {n} MB.',
    empty: '{name} is leeg.',
    kind: '{name} is niet van een soort die we aannemen.',
    origin: 'Dit formulier staat niet op deze site.',
    stale: 'Deze pagina stond lang open. Verstuur het nog een keer.',
    busy: 'Je hebt dit vaak verstuurd. Probeer het later opnieuw.',
    nothing: 'Er staat niets in.',
    yes: 'Ja',
    no: 'Nee',
    pick: 'Kies …',
    leaveEmpty: 'Laat dit leeg',
    back: 'Terug',
  },
} as const satisfies Record<Language, Record<string, string>>;
export type Words = Record<keyof (typeof TEXTS)['en'], string>;

/** A text with its values filled in. */
export const say = (text: string, values: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (all, name: string) => String(values[name] ?? all));

/** The words of a setting. zod's own type for `title` is a string; the form of settings knows both languages. */
export const words = (title: Text, description?: Text, more: Record<string, unknown> = {}): z.GlobalMeta =>
  ({ title, ...(description ? { description } : {}), ...more }) as unknown as z.GlobalMeta;
