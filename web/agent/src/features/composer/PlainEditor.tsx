import { useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import { filesOf, submitKey, type EditorProps } from './editor.js';

/** A field for plain text, as high as its text. For comments, and for channels that know no formats. */
export function PlainEditor({
  api,
  label,
  placeholder,
  initial,
  onChange,
  onSubmit,
  onFiles,
  onLeave,
  id = 'editor',
}: EditorProps) {
  const [text, setText] = useState(initial.text);
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight}px`;
  }, [text]);
  useImperativeHandle(api, () => ({
    get: () => ({ text, html: null }),
    set: (draft) => setText(draft.text),
    focus: () => field.current?.focus(),
    before: () => field.current?.value.slice(0, field.current.selectionStart).split('\n').at(-1) ?? '',
    replace: (count, draft) => {
      const element = field.current;
      if (!element) return;
      element.setRangeText(draft.text, element.selectionStart - count, element.selectionStart, 'end');
      setText(element.value);
      onChange({ text: element.value, html: null });
    },
  }));
  return (
    <textarea
      ref={field}
      id={id}
      className="ed plain-ed"
      rows={2}
      value={text}
      aria-label={label}
      placeholder={placeholder}
      onChange={(event) => {
        setText(event.target.value);
        onChange({ text: event.target.value, html: null });
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onLeave?.();
        const key = submitKey(event.nativeEvent);
        if (key === null) return;
        event.preventDefault();
        onSubmit(key === 'close');
      }}
      onPaste={(event) => {
        const files = filesOf(event.clipboardData);
        if (files.length === 0) return;
        event.preventDefault();
        onFiles(files);
      }}
    />
  );
}
