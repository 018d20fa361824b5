export { TrashModule } from './trash.module.js';
export { bury, HAS_TOMBSTONES, isBuried } from './tombstone.repository.js';
export { deleteForever, PURGED, wipeFiles } from './delete-forever.js';
export { WIPE_FILES } from './wipe-files.job.js';
export { TrashService } from './trash.service.js';
