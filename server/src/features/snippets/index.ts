export { filledIn } from './fill-in.js';
export { Snippet } from './snippet.entity.js';
export { findSnippet, findSnippets } from './snippet.repository.js';
export { filesOfSnippets } from './snippet-files.js';
export { SnippetsModule } from './snippets.module.js';
