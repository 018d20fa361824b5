import Link from '@tiptap/extension-link';
import Placeholder from '@tiptap/extension-placeholder';
import { EditorContent, useEditor, useEditorState, type Editor } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { IconBold, IconCode, IconItalic, IconLink, IconList, IconListNumbers, IconPhoto, type Icon } from '@tabler/icons-react';
import { useImperativeHandle, useRef, useState } from 'react';
import { useT, type TextKey } from '../../app/intl.js';
import { asHtml, type DraftText } from './content.js';
import { filesOf, submitKey, type EditorProps } from './editor.js';
import { LinkForm } from './LinkForm.js';
import { Picture } from './Picture.js';

type RichProps = EditorProps & { formats: readonly string[]; onPicture?: () => void };

const contentOf = (draft: DraftText): string => draft.html ?? (draft.text ? asHtml(draft.text) : '');
/** A single paragraph goes into the one in which the caret is. */
const inlineOf = (html: string): string => /^<p>((?:(?!<\/?p[ >]).)*)<\/p>$/s.exec(html)?.[1] ?? html;
const textOf = (editor: Editor): string => editor.getText({ blockSeparator: '\n\n' });
const read = (editor: Editor): DraftText => ({ text: textOf(editor), html: isBlank(editor) ? null : editor.getHTML() });
const isBlank = (editor: Editor): boolean => editor.isEmpty && !editor.getHTML().includes('<img');

function useRichEditor({ label, placeholder, initial, onChange, onSubmit, onFiles, onLeave, formats, id = 'editor' }: RichProps) {
  // The editor is made once; what it calls must be what the composer has now.
  const now = useRef({ onChange, onSubmit, onFiles, onLeave, placeholder });
  now.current = { onChange, onSubmit, onFiles, onLeave, placeholder };
  const has = (format: string) => (formats.includes(format) ? {} : (false as const));
  return useEditor({
    extensions: [
      StarterKit.configure({
        heading: false,
        horizontalRule: false,
        link: false,
        underline: false,
        strike: false,
        ...{ bold: has('bold'), italic: has('italic') },
        ...{
          bulletList: has('list'),
          orderedList: has('list'),
          listItem: has('list'),
          code: has('code'),
          codeBlock: has('code'),
        },
      }),
      Link.configure({ openOnClick: false, protocols: ['mailto', 'tel'], defaultProtocol: 'https' }),
      ...(formats.includes('image') ? [Picture] : []),
      Placeholder.configure({ placeholder: () => now.current.placeholder }),
    ],
    content: contentOf(initial),
    injectCSS: false,
    editorProps: {
      attributes: { id, 'aria-label': label, role: 'textbox', 'aria-multiline': 'true' },
      handleKeyDown: (_view, event) => {
        const key = submitKey(event);
        if (key !== null) now.current.onSubmit(key === 'close');
        if (event.key === 'Escape') now.current.onLeave?.();
        return key !== null;
      },
      handlePaste: (_view, event) => {
        const files = filesOf(event.clipboardData);
        if (files.length > 0) now.current.onFiles(files);
        return files.length > 0;
      },
    },
    onUpdate: ({ editor }) => now.current.onChange(read(editor)),
  });
}

/** The editor for channels that know formats; only those that the channel keeps can be used. */
export function RichEditor(props: RichProps) {
  const editor = useRichEditor(props);
  useImperativeHandle(props.api, () => ({
    get: () => (editor ? read(editor) : props.initial),
    set: (draft) => editor?.commands.setContent(contentOf(draft), { emitUpdate: false }),
    focus: () => editor?.commands.focus('end'),
    before: () => {
      const from = editor?.state.selection.$from;
      return from?.parent.textBetween(0, from.parentOffset, '\n', '\n').split('\n').at(-1) ?? '';
    },
    replace: (count, draft) => {
      const to = editor?.state.selection.from ?? 0;
      editor
        ?.chain()
        .focus()
        .deleteRange({ from: to - count, to })
        .insertContent(inlineOf(contentOf(draft)))
        .run();
    },
    ...(props.formats.includes('image')
      ? { picture: (upload: string, alt: string) => editor?.chain().focus().insertPicture(upload, alt).run() }
      : {}),
  }));
  return (
    <>
      <EditorContent editor={editor} className="ed" />
      {editor && <Toolbar editor={editor} formats={props.formats} onPicture={props.onPicture} />}
    </>
  );
}

interface Tool {
  format: string;
  mark: string;
  text: TextKey;
  icon: Icon;
  run: (editor: Editor) => void;
}
const TOOLS: readonly Tool[] = [
  {
    format: 'bold',
    mark: 'bold',
    text: 'format.bold',
    icon: IconBold,
    run: (editor) => editor.chain().focus().toggleBold().run(),
  },
  {
    format: 'italic',
    mark: 'italic',
    text: 'format.italic',
    icon: IconItalic,
    run: (editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    format: 'list',
    mark: 'bulletList',
    text: 'format.list',
    icon: IconList,
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    format: 'list',
    mark: 'orderedList',
    text: 'format.numbers',
    icon: IconListNumbers,
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    format: 'code',
    mark: 'code',
    text: 'format.code',
    icon: IconCode,
    run: (editor) => editor.chain().focus().toggleCode().run(),
  },
];

interface ToolbarProps {
  editor: Editor;
  formats: readonly string[];
  onPicture?: (() => void) | undefined;
}

function Toolbar({ editor, formats, onPicture }: ToolbarProps) {
  const t = useT();
  const [linking, setLinking] = useState(false);
  const active = useEditorState({ editor, selector: ({ editor: now }) => TOOLS.map((tool) => now.isActive(tool.mark)) });
  const link = (href: string | null) => {
    setLinking(false);
    const chain = editor.chain().focus();
    if (href === null) chain.run();
    else if (href === '') chain.extendMarkRange('link').unsetLink().run();
    else if (editor.state.selection.empty && !editor.isActive('link'))
      chain.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }).run();
    else chain.extendMarkRange('link').setLink({ href }).run();
  };
  return (
    <>
      {linking && <LinkForm before={(editor.getAttributes('link')['href'] as string | undefined) ?? ''} onDone={link} />}
      <div className="tools" role="toolbar" aria-label={t('format.label')}>
        {TOOLS.map((tool, index) =>
          formats.includes(tool.format) ? (
            <ToolButton
              key={tool.mark}
              label={t(tool.text)}
              icon={tool.icon}
              pressed={active[index] ?? false}
              onClick={() => tool.run(editor)}
            />
          ) : null,
        )}
        {formats.includes('link') && (
          <ToolButton label={t('format.link')} icon={IconLink} pressed={linking} onClick={() => setLinking(!linking)} />
        )}
        {formats.includes('image') && onPicture && (
          <ToolButton label={t('format.picture')} icon={IconPhoto} onClick={onPicture} />
        )}
      </div>
    </>
  );
}

interface ToolProps {
  label: string;
  icon: Icon;
  pressed?: boolean;
  onClick: () => void;
}

function ToolButton({ label, icon: Mark, pressed, onClick }: ToolProps) {
  return (
    <button
      type="button"
      className="btn icon"
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onClick}
    >
      <Mark size={16} />
    </button>
  );
}
