import { IconEyeOff, IconFile } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useT } from '../../app/intl.js';
import { shownValue } from '../../lib/person.js';
import { useBytes } from '../../lib/useBytes.js';
import { actorName } from '../thread/actor.js';
import type { Mail } from '../thread/types.js';
import { AddressField } from './AddressField.js';
import type { Composing } from './useComposer.js';

interface ForwardProps {
  composing: Composing;
  /** The message that is passed on. */
  message: Mail;
  kind: string;
  onSubmit: (thenClose: boolean) => void;
}

/** To whom a message is passed on, and which of its files go along. The customer never sees it (D4, G7 44). */
export function ForwardHead({ composing, message, kind, onSubmit }: ForwardProps) {
  const t = useT();
  const { content, patch, refusal } = composing;
  const to = useRef<HTMLInputElement>(null);
  const [copies, setCopies] = useState(false);
  useEffect(() => {
    if ((content.to?.length ?? 0) === 0) to.current?.focus();
    // Only when it is opened: later it would take the focus away from what is being written.
  }, [message.id]);
  const cc = content.cc ?? [];
  const bcc = content.bcc ?? [];
  const shown = copies || cc.length > 0 || bcc.length > 0;
  const shared = { kind, onSubmit };
  const name = message.direction === 'INBOUND' ? message.from?.name || shownValue(message.from?.value ?? '') : null;
  return (
    <>
      <p className="side-strip">
        <IconEyeOff size={14} aria-hidden />
        {t('forward.side', { who: name ?? actorName(t, message.author) })}
      </p>
      <div className="recipient-fields wide">
        <AddressField
          {...shared}
          inputRef={to}
          label={t('mail.to')}
          values={content.to ?? []}
          onChange={(next) => patch({ to: next })}
          error={refusal?.field === 'to' ? refusal.reason : null}
          after={
            !shown && (
              <button type="button" className="link" onClick={() => setCopies(true)}>
                {t('mail.copies')}
              </button>
            )
          }
        />
        {shown && <AddressField {...shared} label={t('mail.cc')} values={cc} onChange={(next) => patch({ cc: next })} />}
        {shown && <AddressField {...shared} label={t('mail.bcc')} values={bcc} onChange={(next) => patch({ bcc: next })} />}
      </div>
      <Along composing={composing} message={message} />
    </>
  );
}

/** The files of the message, each to be left behind. */
function Along({ composing, message }: Pick<ForwardProps, 'composing' | 'message'>) {
  const t = useT();
  const bytes = useBytes();
  const { content, patch } = composing;
  const files = message.attachments.filter((file) => !file.inline && file.state !== 'GONE');
  if (files.length === 0) return null;
  const toggle = (id: string, along: boolean) =>
    patch({ without: along ? content.without.filter((one) => one !== id) : [...content.without, id] });
  return (
    <fieldset className="along">
      <legend>{t('forward.files')}</legend>
      {files.map((file) => (
        <label key={file.id} className="file">
          <input
            type="checkbox"
            checked={!content.without.includes(file.id)}
            onChange={(event) => toggle(file.id, event.target.checked)}
          />
          <IconFile size={16} aria-hidden />
          <span className="el">{file.name}</span>
          {file.bytes !== null && <span className="meta">{bytes(file.bytes)}</span>}
        </label>
      ))}
    </fieldset>
  );
}
