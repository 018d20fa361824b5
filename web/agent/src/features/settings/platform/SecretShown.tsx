import { Button } from '@balie/web-ui';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useT } from '../../../app/intl.js';

interface SecretProps {
  title: string;
  label: string;
  help: string;
  secret: string;
  onClose: () => void;
}

/** A secret that was just made and is never shown again: selected, and copied by one press. */
export function SecretShown({ title, label, help, secret, onClose }: SecretProps) {
  const t = useT();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    setCopied(false);
    field.current?.focus();
    field.current?.select();
  }, [secret]);
  const copy = async () => {
    await navigator.clipboard.writeText(secret);
    setCopied(true);
  };
  return (
    <section className="panel" role="status">
      <h2>{title}</h2>
      <div className="field">
        <label htmlFor={id}>{label}</label>
        <span className="field-box">
          <input
            ref={field}
            id={id}
            className="input mono"
            readOnly
            value={secret}
            aria-describedby={`${id}-help`}
            onFocus={(event) => event.target.select()}
          />
          {/* Without HTTPS a page may not write to the clipboard: the text is selected then. */}
          {'clipboard' in navigator && (
            <Button onClick={() => void copy()}>
              {copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
              {t(copied ? 'copied' : 'copy')}
            </Button>
          )}
        </span>
        <small id={`${id}-help`} className="help">
          {help}
        </small>
      </div>
      <div className="row-actions">
        <Button look="quiet" onClick={onClose}>
          {t('close')}
        </Button>
      </div>
    </section>
  );
}
