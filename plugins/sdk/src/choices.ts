import type { Text } from './text.js';

/** One thing that can be chosen for a setting: what is kept, what it is called, and what else is to be known of it. */
export interface SettingChoice {
  value: string;
  label: string;
  help?: Text;
}
/** At most 5,000 of them. `note`: what an admin is to know, such as what must be filled in before there are any, or why some are missing. */
export interface SettingChoices {
  choices: SettingChoice[];
  note?: Text;
}
