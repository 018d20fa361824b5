export { Mention } from './mention.entity.js';
export { calledTo, keepMentions, type Mentioned, mentionedIn } from './mentioning.js';
export { MentionsModule } from './mentions.module.js';
