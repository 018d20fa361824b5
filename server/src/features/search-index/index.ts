export {
  forgetWords,
  INDEX_JOB,
  indexNew,
  type IndexScope,
  reindex,
  reindexMessages,
  rememberContactName,
  unindexConversations,
} from './search-index.js';
export { type Word, wordsOf } from './words.js';
