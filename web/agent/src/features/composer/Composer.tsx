import { useEffect, useState } from 'react';
import { useT } from '../../app/intl.js';
import type { DraftMode } from '../../generated/graphql.js';
import { ModePanel, type ComposerProps } from './ModePanel.js';
import { useDrafts } from './useDrafts.js';

/** Reply and comment, each with its own text: switching never moves text from one to the other (U14). */
export function Composer(props: ComposerProps) {
  const t = useT();
  const { conversation } = props;
  const drafts = useDrafts();
  const [ready, setReady] = useState(false);
  const canReply = conversation.viewerCan.includes('REPLY');
  const canComment = conversation.viewerCan.includes('COMMENT');
  const [mode, setMode] = useState<DraftMode>(canReply || !canComment ? 'REPLY' : 'COMMENT');
  const [open, setOpen] = useState(0);
  useEffect(() => {
    drafts.adopt(conversation.id, conversation.drafts);
    setReady(true);
    // Only when the conversation opens: later copies must not touch what is being written.
  }, [conversation.id]);
  const choose = (next: DraftMode) => {
    setMode(next);
    setOpen((n) => n + 1);
  };
  const onArrows = (event: React.KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const next = mode === 'REPLY' ? 'COMMENT' : 'REPLY';
    setMode(next);
    document.getElementById(`tab-${next}`)?.focus();
  };
  if (!canReply && !canComment) return <p className="comp notice">{t('member.none', { inbox: conversation.inbox.name })}</p>;
  const tab = (which: DraftMode) => (
    <button
      type="button"
      role="tab"
      id={`tab-${which}`}
      data-command={which === 'REPLY' ? 'reply' : 'comment'}
      aria-controls="editor-panel"
      aria-selected={mode === which}
      aria-keyshortcuts={which === 'REPLY' ? 'r' : 'n'}
      tabIndex={mode === which ? 0 : -1}
      className="tab"
      onClick={() => choose(which)}
    >
      {t(which === 'REPLY' ? 'reply' : 'comment')}
    </button>
  );
  return (
    <div className="comp" data-mode={mode}>
      <div className="tabs" role="tablist" aria-label={t('composer.modes')} onKeyDown={onArrows}>
        {tab('REPLY')}
        {tab('COMMENT')}
      </div>
      <div id="editor-panel" role="tabpanel" aria-labelledby={`tab-${mode}`}>
        {ready && <ModePanel key={mode} {...props} mode={mode} open={open} allowed={mode === 'REPLY' ? canReply : canComment} />}
      </div>
    </div>
  );
}
