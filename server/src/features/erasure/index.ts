export type { ErasedPerson } from './erasure.entity.js';
export { ErasureModule } from './erasure.module.js';
export { findErasureOf, readPerson } from './erasure.repository.js';
export { mayErase, requireEraser } from './erasure-rights.js';
export { type Scrubber, scrubberOf } from './scrub.js';
