import { Modal } from '@mantine/core';
import { Button } from '@balie/web-ui';
import { IconPlus } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useQuery } from 'urql';
import { useT, type TextKey } from '../../app/intl.js';
import { toast } from '../../app/toasts.js';
import { SelectField, TextField } from '../../components/fields.js';
import { DeleteTagDocument, MergeTagsDocument, SaveTagDocument, TagsDocument } from '../../generated/bulk.js';
import type { TagChipFragment, TagColor } from '../../generated/graphql.js';
import { makeId } from '../../lib/ids.js';
import { TagChips } from '../bulk/TagChips.js';
import { Loaded } from './Loaded.js';
import { useRun } from './useRun.js';

const COLORS: Record<TagColor, TextKey> = {
  GREY: 'tags.GREY',
  RED: 'tags.RED',
  ORANGE: 'tags.ORANGE',
  YELLOW: 'tags.YELLOW',
  GREEN: 'tags.GREEN',
  TEAL: 'tags.TEAL',
  BLUE: 'tags.BLUE',
  PURPLE: 'tags.PURPLE',
  PINK: 'tags.PINK',
};

/** The tags of the workspace: made, named, coloured, put together and taken away. */
export function TagSettings() {
  const t = useT();
  const [{ data, error }, again] = useQuery({ query: TagsDocument, requestPolicy: 'cache-and-network' });
  const [editing, setEditing] = useState<string | 'new' | null>(null);
  const [removing, setRemoving] = useState<TagChipFragment | null>(null);
  const refresh = () => again({ requestPolicy: 'network-only' });
  const done = () => {
    setEditing(null);
    setRemoving(null);
    refresh();
  };
  const tags = data?.tags ?? [];
  return (
    <Loaded ready={data !== undefined} error={error} onRetry={refresh}>
      <div className="filters">
        {editing !== 'new' && (
          <Button look="tint" onClick={() => setEditing('new')}>
            <IconPlus size={16} aria-hidden />
            {t('tags.new')}
          </Button>
        )}
      </div>
      {editing === 'new' && <TagEditor onDone={done} onCancel={() => setEditing(null)} />}
      {data && tags.length === 0 && editing !== 'new' && <p className="meta">{t('tags.empty')}</p>}
      {tags.length > 0 && (
        <ul className="lines">
          {tags.map((tag) => (
            <li key={tag.id}>
              {tag.id === editing ? (
                <TagEditor tag={tag} onDone={done} onCancel={() => setEditing(null)} />
              ) : (
                <>
                  <div className="line-text">
                    <TagChips tags={[tag]} />
                  </div>
                  <Button onClick={() => setEditing(tag.id)}>
                    {t('edit')}
                    <span className="vh"> {tag.tagName}</span>
                  </Button>
                  <Button look="danger" onClick={() => setRemoving(tag)}>
                    {t('delete')}
                    <span className="vh"> {tag.tagName}</span>
                  </Button>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {removing && (
        <RemoveTag
          tag={removing}
          others={tags.filter(({ id }) => id !== removing.id)}
          onClose={() => setRemoving(null)}
          onDone={done}
        />
      )}
    </Loaded>
  );
}

interface EditorProps {
  tag?: TagChipFragment;
  onDone: () => void;
  onCancel: () => void;
}

function TagEditor({ tag, onDone, onCancel }: EditorProps) {
  const t = useT();
  const { run, busy } = useRun();
  const [id] = useState(() => tag?.id ?? makeId('tag'));
  const [name, setName] = useState(tag?.tagName ?? '');
  const [color, setColor] = useState<string>(tag?.color ?? 'GREY');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const input = { id, name, color: color as TagColor, ...(tag ? { expectedVersion: tag.version } : {}) };
    const answer = await run({ document: SaveTagDocument, variables: { input }, problems: (one) => one.tagSave.userErrors });
    if (answer) onDone();
  };
  return (
    <form className="editor" onSubmit={(event) => void submit(event)}>
      <TextField label={t('tags.name')} value={name} onChange={setName} maxLength={40} autoFocus />
      <SelectField
        label={t('tags.color')}
        value={color}
        onChange={setColor}
        options={Object.entries(COLORS).map(([value, text]) => ({ value, label: t(text) }))}
      />
      <div className="row-actions">
        <Button type="submit" look="primary" busy={busy} disabled={name.trim() === ''}>
          {t('save')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}

interface RemoveProps {
  tag: TagChipFragment;
  others: readonly TagChipFragment[];
  onClose: () => void;
  onDone: () => void;
}

/** Away with it, or into another one: what has it keeps a word then. */
function RemoveTag({ tag, others, onClose, onDone }: RemoveProps) {
  const t = useT();
  const { run, busy } = useRun();
  const [into, setInto] = useState('');
  const target = others.find(({ id }) => id === into);
  const remove = async () => {
    const done = target
      ? await run({
          document: MergeTagsDocument,
          variables: { into, from: [tag.id] },
          problems: (one) => one.tagMerge.userErrors,
        })
      : await run({ document: DeleteTagDocument, variables: { id: tag.id }, problems: (one) => one.tagDelete.userErrors });
    if (!done) return;
    toast(target ? t('tags.merged', { from: tag.tagName, into: target.tagName }) : t('tags.deleted', { name: tag.tagName }));
    onDone();
  };
  return (
    <Modal opened onClose={onClose} title={t('tags.deleteTitle', { name: tag.tagName })}>
      <SelectField
        label={t('tags.instead')}
        value={into}
        onChange={setInto}
        options={[
          { value: '', label: t('tags.nothingInstead') },
          ...others.map(({ id, tagName }) => ({ value: id, label: tagName })),
        ]}
      />
      <p>{target ? t('tags.mergeHelp', { into: target.tagName }) : t('tags.deleteHelp')}</p>
      <div className="row-actions">
        <Button look="danger" busy={busy} onClick={() => void remove()}>
          {t(target ? 'tags.merge' : 'delete')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </Modal>
  );
}
