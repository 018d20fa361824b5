import { Menu } from '@mantine/core';
import { Button, IconButton } from '@balie/web-ui';
import { IconChevronDown, IconPaperclip } from '@tabler/icons-react';
import { useRef } from 'react';
import { useT } from '../../app/intl.js';
import type { DraftMode } from '../../generated/graphql.js';

interface FootProps {
  mode: DraftMode;
  can: boolean;
  canAttach: boolean;
  closed: boolean;
  onFiles: (files: File[]) => void;
  onSubmit: (thenClose: boolean) => void;
}

/** Files on the left, the one primary button on the right. */
export function ComposerFoot({ mode, can, canAttach, closed, onFiles, onSubmit }: FootProps) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const text = mode === 'REPLY' ? t('composer.send') : t('composer.addComment');
  return (
    <div className="ft">
      {canAttach && (
        <>
          <input
            ref={input}
            type="file"
            multiple
            hidden
            onChange={(event) => {
              onFiles([...(event.target.files ?? [])]);
              event.target.value = '';
            }}
          />
          <IconButton label={t('files.attach')} icon={<IconPaperclip size={18} />} onClick={() => input.current?.click()} />
        </>
      )}
      <span className="sp" />
      <span className="split">
        <Button
          look="primary"
          disabled={!can}
          onClick={() => onSubmit(false)}
          aria-keyshortcuts="Control+Enter"
          title={`${text} (Ctrl+Enter)`}
        >
          {text}
        </Button>
        {mode === 'REPLY' && !closed && (
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
              <Menu.Item onClick={() => onSubmit(true)} rightSection={<kbd>Ctrl+Shift+Enter</kbd>}>
                {t('composer.sendAndClose')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </span>
    </div>
  );
}
