import { lazy, Suspense, useRef } from 'react';
import { useT } from '../../app/intl.js';
import { TextField } from '../../components/fields.js';
import type { DraftText } from '../composer/content.js';
import type { EditorApi } from '../composer/editor.js';

const RichEditor = lazy(() => import('../composer/RichEditor.js').then((module) => ({ default: module.RichEditor })));
const FORMATS = ['bold', 'italic', 'link', 'list'];
const nothing = () => undefined;

/** What an inbox sets about sending. */
export interface Sending {
  undoSeconds: string;
  signature: DraftText;
}

/** The seconds as the server takes them; null for anything that is not 0 to 60. */
export function secondsOf(text: string): number | null {
  const seconds = Number(text);
  return text.trim() !== '' && Number.isInteger(seconds) && seconds >= 0 && seconds <= 60 ? seconds : null;
}

interface FieldsProps {
  id: string;
  sending: Sending;
  onChange: (sending: Sending) => void;
}

/** How long a mail can be taken back, and what stands below each (D5, R-SND-3). */
export function SendingFields({ id, sending, onChange }: FieldsProps) {
  const t = useT();
  const editor = useRef<EditorApi>(null);
  const { undoSeconds, signature } = sending;
  return (
    <>
      <TextField
        label={t('inbox.undoSeconds')}
        help={t('inbox.undoHelp')}
        type="number"
        min={0}
        max={60}
        step={1}
        inputMode="numeric"
        value={undoSeconds}
        error={secondsOf(undoSeconds) === null ? t('inbox.undoWrong') : null}
        onChange={(next) => onChange({ ...sending, undoSeconds: next })}
      />
      <fieldset className="group signature-field">
        <legend>{t('signature.label')}</legend>
        <div className="editor-box">
          <Suspense fallback={<div className="ed" aria-busy="true" />}>
            <RichEditor
              api={editor}
              id={`signature-${id}`}
              label={t('signature.label')}
              placeholder={t('signature.hint')}
              initial={signature}
              formats={FORMATS}
              onChange={(next) => onChange({ ...sending, signature: next })}
              onSubmit={nothing}
              onFiles={nothing}
            />
          </Suspense>
        </div>
        <small className="help">{t('signature.help')}</small>
      </fieldset>
    </>
  );
}
