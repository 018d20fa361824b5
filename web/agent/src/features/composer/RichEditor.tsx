import Link from '@tiptap/extension-link';
import Placeholder from '@tiptap/extension-placeholder';
import { EditorContent, useEditor, useEditorState, type Editor } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { IconBold, IconCode, IconItalic, IconLink, IconList, IconListNumbers, type Icon } from '@tabler/icons-react';
import { useImperativeHandle, useRef } from 'react';
import { useT, type TextKey } from '../../app/intl.js';
import { asHtml, type DraftText } from './drafts.js';
import { filesOf, submitKey, type EditorProps } from './editor.js';

const contentOf = (draft: DraftText): string => draft.html ?? (draft.text ? asHtml(draft.text) : '');
const textOf = (editor: Editor): string => editor.getText({ blockSeparator: '\n\n' });
const read = (editor: Editor): DraftText => ({ text: textOf(editor), html: editor.isEmpty ? null : editor.getHTML() });

function useRichEditor({
  label,
  placeholder,
  initial,
  onChange,
  onSubmit,
  onFiles,
  formats,
}: EditorProps & { formats: readonly string[] }) {
  // The editor is made once; what it calls must be what the composer has now.
  const now = useRef({ onChange, onSubmit, onFiles, placeholder });
  now.current = { onChange, onSubmit, onFiles, placeholder };
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
      Placeholder.configure({ placeholder: () => now.current.placeholder }),
    ],
    content: contentOf(initial),
    injectCSS: false,
    editorProps: {
      attributes: { id: 'editor', 'aria-label': label, role: 'textbox', 'aria-multiline': 'true' },
      handleKeyDown: (_view, event) => {
        const key = submitKey(event);
        if (key !== null) now.current.onSubmit(key === 'close');
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
export function RichEditor(props: EditorProps & { formats: readonly string[] }) {
  const editor = useRichEditor(props);
  useImperativeHandle(props.api, () => ({
    get: () => (editor ? read(editor) : props.initial),
    set: (draft) => editor?.commands.setContent(contentOf(draft), { emitUpdate: false }),
    focus: () => editor?.commands.focus('end'),
  }));
  return (
    <>
      <EditorContent editor={editor} className="ed" />
      {editor && <Toolbar editor={editor} formats={props.formats} />}
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

function Toolbar({ editor, formats }: { editor: Editor; formats: readonly string[] }) {
  const t = useT();
  const active = useEditorState({ editor, selector: ({ editor: now }) => TOOLS.map((tool) => now.isActive(tool.mark)) });
  const link = () => {
    const before = editor.getAttributes('link')['href'] as string | undefined;
    const href = prompt(t('format.linkTo'), before ?? 'https://');
    if (href === null) return;
    const chain = editor.chain().focus().extendMarkRange('link');
    if (href.trim() === '') chain.unsetLink().run();
    else chain.setLink({ href: href.trim() }).run();
  };
  return (
    <div className="tools" role="toolbar" aria-label={t('format.label')}>
      {TOOLS.map((tool, index) =>
        formats.includes(tool.format) ? (
          <button
            key={tool.mark}
            type="button"
            className="btn icon"
            aria-label={t(tool.text)}
            title={t(tool.text)}
            aria-pressed={active[index]}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => tool.run(editor)}
          >
            <tool.icon size={16} />
          </button>
        ) : null,
      )}
      {formats.includes('link') && (
        <button type="button" className="btn icon" aria-label={t('format.link')} title={t('format.link')} onClick={link}>
          <IconLink size={16} />
        </button>
      )}
    </div>
  );
}
