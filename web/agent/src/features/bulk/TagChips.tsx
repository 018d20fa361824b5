import type { TagChipFragment } from '../../generated/graphql.js';

/** The tags of a conversation; more than a few are counted. */
export function TagChips({ tags, most = 20 }: { tags: readonly TagChipFragment[]; most?: number }) {
  const rest = tags.slice(most);
  return (
    <>
      {tags.slice(0, most).map((tag) => (
        <span key={tag.id} className="tag el chip-tag" data-color={tag.color} title={tag.tagName}>
          {tag.tagName}
        </span>
      ))}
      {rest.length > 0 && (
        <span className="tag" title={rest.map(({ tagName }) => tagName).join(', ')}>
          +{rest.length}
        </span>
      )}
    </>
  );
}
