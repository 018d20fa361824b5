/** Words for people: in one language, or in several by their codes, of which English is always one. */
export type Text = string | { en: string; [language: string]: string };
