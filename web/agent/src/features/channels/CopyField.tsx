import { Button } from '@balie/web-ui';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useT } from '../../app/intl.js';
import type { Field } from './schema.js';

/** Something that is needed elsewhere, such as an address to be registered there: shown, copied, never changed. */
export function CopyField({ field }: { field: Field }) {
  const t = useT();
  const id = useId();
  const [copied, setCopied] = useState(false);
  const text = String(field.schema.default ?? '');
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <div className="field">
      <label htmlFor={id}>{field.title}</label>
      <span className="field-box">
        <input
          id={id}
          className="input"
          readOnly
          value={text}
          aria-describedby={`${id}-help`}
          onFocus={(event) => event.target.select()}
        />
        {/* Without HTTPS a page may not write to the clipboard: the text is selected by a click then. */}
        {'clipboard' in navigator && (
          <Button onClick={() => void copy()}>
            {copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
            {t(copied ? 'copied' : 'copy')}
            <span className="vh"> {field.title}</span>
          </Button>
        )}
      </span>
      <small id={`${id}-help`} className="help">
        {field.help}{' '}
        {field.link && (
          <a href={field.link} target="_blank" rel="noreferrer">
            {new URL(field.link).host}
          </a>
        )}
      </small>
    </div>
  );
}
