import { Menu } from '@mantine/core';
import { Button, IconButton } from '@balie/web-ui';
import { IconChevronDown, IconPaperclip, IconTrash } from '@tabler/icons-react';
import { lazy, Suspense, useRef, useState, type ReactNode, type RefObject } from 'react';
import { useT, type TextKey } from '../../app/intl.js';
import type { DraftMode } from '../../generated/graphql.js';
import { DraftState } from './DraftState.js';
import type { Composing } from './useComposer.js';

const LaterDialog = lazy(() => import('./LaterDialog.js').then((module) => ({ default: module.LaterDialog })));
const SUBMIT: Record<DraftMode, TextKey> = {
  REPLY: 'composer.send',
  COMMENT: 'composer.addComment',
  FORWARD: 'composer.forward',
  COMPOSE: 'composer.send',
};

interface FootProps {
  composing: Composing;
  /** Whether the conversation can be closed along with sending. */
  closes: boolean;
  canAttach: boolean;
  /** Whether the time can be chosen. */
  canWait: boolean;
  note?: ReactNode;
  onSubmit: (how: { thenClose?: boolean; sendAt?: string }) => void;
  onDiscard: () => void;
}

/** Files on the left, how keeping goes in the middle, the one primary button on the right. */
export function ComposerFoot({ composing, closes, canAttach, canWait, note, onSubmit, onDiscard }: FootProps) {
  const t = useT();
  const { key, can, empty, attach } = composing;
  const [later, setLater] = useState(false);
  const text = t(SUBMIT[key.mode]);
  return (
    <div className="ft">
      {canAttach && <Attach onFiles={attach} />}
      {!empty && <IconButton label={t('draft.discard')} icon={<IconTrash size={18} />} onClick={onDiscard} />}
      <DraftState draftKey={key} />
      <span className="sp" />
      {note && <span className="meta note-line">{note}</span>}
      <span className="split">
        <Button
          look="primary"
          disabled={!can}
          onClick={() => onSubmit({})}
          aria-keyshortcuts="Control+Enter"
          title={`${text} (Ctrl+Enter)`}
        >
          {text}
        </Button>
        {(closes || canWait) && (
          <Menu withinPortal position="top-end">
            <Menu.Target>
              <button
                type="button"
                className="btn primary caret"
                disabled={!can}
                aria-haspopup="menu"
                aria-label={t('composer.more')}
                title={t('composer.more')}
              >
                <IconChevronDown size={14} />
              </button>
            </Menu.Target>
            <Menu.Dropdown>
              {closes && (
                <Menu.Item onClick={() => onSubmit({ thenClose: true })} rightSection={<kbd>Ctrl+Shift+Enter</kbd>}>
                  {t('composer.sendAndClose')}
                </Menu.Item>
              )}
              {canWait && <Menu.Item onClick={() => setLater(true)}>{t('composer.sendLater')}</Menu.Item>}
            </Menu.Dropdown>
          </Menu>
        )}
      </span>
      {later && (
        <Suspense>
          <LaterDialog
            onClose={() => setLater(false)}
            onPick={(sendAt) => {
              setLater(false);
              onSubmit({ sendAt });
            }}
          />
        </Suspense>
      )}
    </div>
  );
}

function Attach({ onFiles }: { onFiles: (files: File[]) => void }) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <FileInput inputRef={input} onFiles={onFiles} />
      <IconButton label={t('files.attach')} icon={<IconPaperclip size={18} />} onClick={() => input.current?.click()} />
    </>
  );
}

interface FileInputProps {
  inputRef: RefObject<HTMLInputElement | null>;
  accept?: string;
  onFiles: (files: File[]) => void;
}

/** The browser's own way to choose files, opened by a button. */
export function FileInput({ inputRef, accept, onFiles }: FileInputProps) {
  return (
    <input
      ref={inputRef}
      type="file"
      multiple
      hidden
      accept={accept}
      onChange={(event) => {
        onFiles([...(event.target.files ?? [])]);
        event.target.value = '';
      }}
    />
  );
}
