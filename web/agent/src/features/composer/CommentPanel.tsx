import { useT } from '../../app/intl.js';
import { ComposerFoot } from './ComposerFoot.js';
import { EditorBox } from './Editor.js';
import { leaveEditor, PanelStrips, useAskedFocus, useDiscard, useSubmit, type PanelProps } from './ModePanel.js';
import { MentionBox } from './MentionBox.js';
import { calledIn } from './mentions.js';
import { useCallables } from './useCallables.js';
import { useComposer } from './useComposer.js';
import { useTyping } from './useTyping.js';

const LIMITS = { maxBytes: 25_000_000, maxCount: 20 };

/** A comment among colleagues. */
export function CommentPanel(props: PanelProps) {
  const { conversation, mode, open } = props;
  const t = useT();
  const { all } = useCallables();
  const typing = useTyping(conversation.id);
  const key = { conversationId: conversation.id, mode };
  const composing = useComposer(key, { limits: LIMITS, kind: '', needsPeople: false, blocked: false, onTyping: typing });
  const called = calledIn(composing.content.text, all).map(({ id }) => id);
  // What a comment says does not depend on what came in.
  const { submit } = useSubmit({ ...props, basis: { ...props.basis, basis: null, news: [] } }, composing, { mentionIds: called });
  const discard = useDiscard(composing);
  useAskedFocus(open, composing);
  return (
    <>
      <MentionBox composing={composing} inbox={conversation.inbox}>
        <EditorBox
          composing={composing}
          label={t('comment')}
          placeholder={t('composer.commentHint')}
          formats={[]}
          onSubmit={() => submit({})}
          onLeave={leaveEditor}
          snippets={conversation}
        />
      </MentionBox>
      <PanelStrips composing={composing} basis={{ ...props.basis, news: [] }} onAnyway={() => submit({})} />
      <ComposerFoot composing={composing} closes={false} canAttach canWait={false} onSubmit={submit} onDiscard={discard} />
    </>
  );
}
