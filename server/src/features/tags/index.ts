export { Tag } from './tag.entity.js';
export { retag } from './retag.js';
export { findTags, putTags, tagsOf, takeTags } from './tag.repository.js';
export { TagsModule } from './tags.module.js';
export { TagService } from './tag.service.js';
