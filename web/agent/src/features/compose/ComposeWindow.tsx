import { Boundary, IconButton } from '@balie/web-ui';
import { IconArrowsDiagonal, IconArrowsDiagonalMinimize2, IconMinus, IconX } from '@tabler/icons-react';
import { useRef, type KeyboardEvent } from 'react';
import { closeCompose, lookOfCompose, openCompose, type ComposeWindow as Window } from '../../app/composeWindows.js';
import { PartFailed } from '../../app/Failed.js';
import { useT } from '../../app/intl.js';
import { toast } from '../../app/toasts.js';
import { isEmpty } from '../composer/content.js';
import { useDraft } from '../composer/useDrafts.js';
import { ComposeForm } from './ComposeForm.js';

/** One new message: floating, small, or as large as the screen allows. Its draft outlives it. */
export function ComposeWindow({ window: { conversationId, look, asked } }: { window: Window }) {
  const t = useT();
  const content = useDraft({ conversationId, mode: 'COMPOSE' });
  const dialog = useRef<HTMLElement>(null);
  const title = content.subject?.trim() || t('compose.title');
  const small = look === 'small';
  const back = () => document.querySelector<HTMLElement>('[data-command=compose]')?.focus();
  const minimise = () => {
    lookOfCompose(conversationId, 'small');
    back();
  };
  const close = () => {
    if (!isEmpty(content, 'COMPOSE')) toast(t('compose.kept'));
    closeCompose(conversationId);
    back();
  };
  const onKey = (event: KeyboardEvent) => {
    // Not for what lies over it, such as a menu, which is its child without being inside of it.
    const inside = dialog.current?.contains(event.target as Node);
    if (event.key === 'Escape' && inside && !small) minimise();
  };
  return (
    <section ref={dialog} className="compose" role="dialog" aria-label={title} data-look={look} onKeyDown={onKey}>
      <header className="compose-head">
        <button type="button" className="compose-title" onClick={() => (small ? openCompose(conversationId) : minimise())}>
          <span className="el">{title}</span>
          <span className="vh"> {t(small ? 'compose.restore' : 'compose.minimise')}</span>
        </button>
        {!small && (
          <>
            <IconButton label={t('compose.minimise')} icon={<IconMinus size={16} />} onClick={minimise} />
            <IconButton
              className="wide-only"
              label={t(look === 'large' ? 'compose.smaller' : 'compose.larger')}
              icon={look === 'large' ? <IconArrowsDiagonalMinimize2 size={16} /> : <IconArrowsDiagonal size={16} />}
              onClick={() => lookOfCompose(conversationId, look === 'large' ? 'open' : 'large')}
            />
          </>
        )}
        <IconButton label={t('compose.close')} icon={<IconX size={16} />} onClick={close} />
      </header>
      {!small && (
        <Boundary fallback={(error, retry) => <PartFailed error={error} onRetry={retry} />}>
          <ComposeForm conversationId={conversationId} asked={asked} />
        </Boundary>
      )}
    </section>
  );
}
