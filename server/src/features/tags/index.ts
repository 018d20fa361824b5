export { Tag } from './tag.entity.js';
export { putTags, tagsOf, takeTags } from './tag.repository.js';
export { TagsModule } from './tags.module.js';
