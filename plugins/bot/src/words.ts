import type { SettingWords, Text } from '@balie/plugin-sdk';

export const words = (en: string, nl: string): Text => ({ en, nl });

/** What `meta` may say of a setting, in the SDK's types; zod knows titles of one language only. */
export const as = (said: SettingWords): Record<string, never> => said as Record<string, never>;
