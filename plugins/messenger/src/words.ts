import type { Text } from '@balie/plugin-sdk';
import type { z } from 'zod';

/** The words of one field of the form. zod's own type for `title` is a string; the form knows both languages. */
export const words = (title: Text, description?: Text, more: Record<string, unknown> = {}): z.GlobalMeta =>
  ({ title, ...(description ? { description } : {}), ...more }) as unknown as z.GlobalMeta;
