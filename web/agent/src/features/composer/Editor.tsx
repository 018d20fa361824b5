import { lazy, Suspense, useRef, type DragEvent, type ReactNode } from 'react';
import { FileInput } from './ComposerFoot.js';
import { filesOf } from './editor.js';
import { PlainEditor } from './PlainEditor.js';
import { UploadTiles } from './UploadTiles.js';
import { SnippetBox, type SnippetUse } from './SnippetBox.js';
import type { Composing } from './useComposer.js';

const RichEditor = lazy(() => import('./RichEditor.js').then((module) => ({ default: module.RichEditor })));

interface EditorBoxProps {
  composing: Composing;
  label: string;
  placeholder: string;
  /** What the channel keeps; none of them means plain text. */
  formats: readonly string[];
  id?: string;
  onSubmit: (thenClose: boolean) => void;
  onLeave?: () => void;
  /** For whom snippets speak; without it none are offered. */
  snippets?: SnippetUse;
  /** Stands between the text and its files. */
  children?: ReactNode;
}

/** The text with its files; they can be dropped anywhere on it. */
export function EditorBox(props: EditorBoxProps) {
  const { composing, label, placeholder, formats, id, onSubmit, onLeave, snippets, children } = props;
  const { editor, initial, write, onFiles, addKept, tiles, box } = composing;
  const pictures = useRef<HTMLInputElement>(null);
  const drop = (event: DragEvent) => {
    const dropped = filesOf(event.dataTransfer);
    if (dropped.length === 0) return;
    event.preventDefault();
    onFiles(dropped);
  };
  const shared = {
    api: editor,
    label,
    placeholder,
    initial,
    onChange: write,
    onSubmit,
    onFiles,
    ...(onLeave && { onLeave }),
    ...(id && { id }),
  };
  const rich = formats.some((format) => format !== 'image');
  const field = rich ? (
    <Suspense fallback={<div className="ed" aria-busy="true" />}>
      <RichEditor {...shared} formats={formats} onPicture={() => pictures.current?.click()} />
      <FileInput inputRef={pictures} accept="image/png,image/jpeg,image/gif,image/webp" onFiles={onFiles} />
    </Suspense>
  ) : (
    <PlainEditor {...shared} />
  );
  return (
    <div className="editing" onDrop={drop} onDragOver={(event) => event.preventDefault()}>
      {snippets ? (
        <SnippetBox editor={editor} use={snippets} onFiles={addKept}>
          {field}
        </SnippetBox>
      ) : (
        field
      )}
      {children}
      <UploadTiles uploads={tiles} onRemove={(one) => box.remove(one)} onRetry={(one) => box.retry(one)} />
    </div>
  );
}

/** The signature of the inbox, which is put below the text when it leaves; folded. */
export function SignatureFold({ text, label }: { text: string; label: string }) {
  return (
    <details className="signature">
      <summary>{label}</summary>
      <pre>{text}</pre>
    </details>
  );
}
