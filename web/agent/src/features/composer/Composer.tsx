import { useEffect, useState, type KeyboardEvent } from 'react';
import { useT, type TextKey } from '../../app/intl.js';
import { pressed } from '../../app/knownKeys.js';
import { useShell } from '../../app/ShellProvider.js';
import type { DraftMode } from '../../generated/graphql.js';
import { onAsked } from './asked.js';
import { CommentPanel } from './CommentPanel.js';
import { isEmpty } from './content.js';
import { ForwardPanel } from './ForwardPanel.js';
import type { ComposerProps } from './ModePanel.js';
import { ReplyPanel } from './ReplyPanel.js';
import { useBasis } from './useBasis.js';
import { useDraft, useDrafts } from './useDrafts.js';

const MODES = ['REPLY', 'FORWARD', 'COMMENT'] as const satisfies readonly DraftMode[];
type Mode = (typeof MODES)[number];
const TABS: Record<Mode, { text: TextKey; command: 'reply' | 'forward' | 'comment' }> = {
  REPLY: { text: 'reply', command: 'reply' },
  FORWARD: { text: 'forward', command: 'forward' },
  COMMENT: { text: 'comment', command: 'comment' },
};
const PANELS = { REPLY: ReplyPanel, FORWARD: ForwardPanel, COMMENT: CommentPanel } as const;
const isMode = (mode: DraftMode): mode is Mode => mode !== 'COMPOSE';

/** Whether anything is being written here, in whichever mode. */
function useWriting(conversationId: string): boolean {
  const reply = useDraft({ conversationId, mode: 'REPLY' });
  const forward = useDraft({ conversationId, mode: 'FORWARD' });
  return !isEmpty(reply, 'REPLY') || !isEmpty(forward, 'FORWARD');
}

/** Reply, forward and comment, each with its own text: switching never moves text from one to the other (U14). */
export function Composer(props: ComposerProps) {
  const t = useT();
  const { conversation, items } = props;
  const { viewer } = useShell();
  const drafts = useDrafts();
  const [ready, setReady] = useState(false);
  const [large, setLarge] = useState(false);
  const canReply = conversation.viewerCan.includes('REPLY');
  const canComment = conversation.viewerCan.includes('COMMENT');
  const [mode, setMode] = useState<Mode>(canReply || !canComment ? 'REPLY' : 'COMMENT');
  const [open, setOpen] = useState(0);
  const basis = useBasis(items, useWriting(conversation.id), viewer.id);
  const choose = (next: Mode) => {
    setMode(next);
    setOpen((n) => n + 1);
  };
  useEffect(() => {
    drafts.adopt(conversation.drafts);
    setReady(true);
    return onAsked(({ conversationId, mode: asked }) => {
      if (conversationId !== conversation.id || !isMode(asked)) return false;
      choose(asked);
      return true;
    });
    // Only when the conversation opens: later copies must not touch what is being written.
  }, [conversation.id]);
  const onKey = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 'f' || !event.shiftKey || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    setLarge((before) => !before);
  };
  if (!canReply && !canComment) return <p className="comp notice">{t('member.none', { inbox: conversation.inbox.name })}</p>;
  const allowed = mode === 'COMMENT' ? canComment : canReply;
  const Panel = PANELS[mode];
  return (
    <div className="comp" data-mode={mode} data-large={large || undefined} onKeyDown={onKey}>
      <Tabs mode={mode} onMode={setMode} onChoose={choose} />
      <div id="editor-panel" role="tabpanel" aria-labelledby={`tab-${mode}`}>
        {ready && !allowed && <p className="notice">{t('member.act', { inbox: conversation.inbox.name })}</p>}
        {ready && allowed && <Panel key={mode} {...props} mode={mode} open={open} allowed basis={basis} />}
      </div>
    </div>
  );
}

interface TabsProps {
  mode: Mode;
  onMode: (mode: Mode) => void;
  onChoose: (mode: Mode) => void;
}

function Tabs({ mode, onMode, onChoose }: TabsProps) {
  const t = useT();
  const onArrows = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const step = event.key === 'ArrowRight' ? 1 : MODES.length - 1;
    const next = MODES[(MODES.indexOf(mode) + step) % MODES.length] ?? mode;
    onMode(next);
    document.getElementById(`tab-${next}`)?.focus();
  };
  return (
    <div className="tabs" role="tablist" aria-label={t('composer.modes')} onKeyDown={onArrows}>
      {MODES.map((which) => (
        <button
          key={which}
          type="button"
          role="tab"
          id={`tab-${which}`}
          aria-controls="editor-panel"
          aria-selected={mode === which}
          aria-keyshortcuts={pressed(TABS[which].command)}
          tabIndex={mode === which ? 0 : -1}
          className="tab"
          onClick={() => onChoose(which)}
        >
          {t(TABS[which].text)}
        </button>
      ))}
    </div>
  );
}
