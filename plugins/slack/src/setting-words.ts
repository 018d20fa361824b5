import type { SettingWords, Text } from '@balie/plugin-sdk';
import type { z } from 'zod';

/** The words of one field of the form. zod's own type for `title` is a string; the form knows both languages. */
export const words = (title: Text, description: Text, more: SettingWords = {}): z.GlobalMeta =>
  ({ title, description, ...more }) as unknown as z.GlobalMeta;
