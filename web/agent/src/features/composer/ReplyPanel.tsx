import { useMemo, useState } from 'react';
import { useQuery } from 'urql';
import { useT } from '../../app/intl.js';
import type { RouteFragment } from '../../generated/graphql.js';
import { RoutesDocument } from '../../generated/composer.js';
import { AddressStrip } from './AddressStrip.js';
import { ChannelStrip } from './ChannelStrip.js';
import { ComposerFoot } from './ComposerFoot.js';
import type { Overrides } from './content.js';
import { EditorBox, SignatureFold } from './Editor.js';
import { leaveEditor, PanelStrips, useAskedFocus, useDiscard, useSubmit, type PanelProps } from './ModePanel.js';
import { ReplyHead } from './ReplyHead.js';
import { FitStrip } from './Strips.js';
import { limitsOf } from './uploads.js';
import { useComposer } from './useComposer.js';
import { useDraft } from './useDrafts.js';
import { useTyping } from './useTyping.js';

const NO_ROUTES: readonly RouteFragment[] = [];

/** The ways to answer: of the message that was chosen, else of the conversation; and the one of them that is taken. */
function useRoutes({ conversation }: PanelProps, replyTo: string | null) {
  const [chosen, choose] = useState<string | null>(null);
  const [{ data }] = useQuery({
    query: RoutesDocument,
    variables: { id: conversation.id, replyTo: replyTo ?? '' },
    pause: replyTo === null,
    requestPolicy: 'cache-and-network',
  });
  const asked = data?.node?.__typename === 'Conversation' ? data.node.replyRoutes : null;
  const routes = replyTo === null ? conversation.replyRoutes : (asked ?? NO_ROUTES);
  const route = routes.find((one) => one.id === chosen) ?? routes.find((one) => one.blockedBy === null) ?? routes[0] ?? null;
  return { routes, route, choose, loading: replyTo !== null && !asked };
}

/** Whom it goes to: those who were typed, else those whom the server takes. */
function peopleOf(route: RouteFragment, { to, cc, bcc }: Overrides): string[] {
  const taken = (people: RouteFragment['to']) => people.map(({ value }) => value);
  return [...(to ?? taken(route.to)), ...(cc ?? taken(route.cc)), ...(bcc ?? [])];
}

/** The answer to the customer, or to somebody in a side thread. */
export function ReplyPanel(props: PanelProps) {
  const { conversation, items, mode, open } = props;
  const t = useT();
  const key = { conversationId: conversation.id, mode };
  const { messageId } = useDraft(key);
  const { routes, route, choose, loading } = useRoutes(props, messageId);
  const limits = useMemo(() => limitsOf(route?.capabilities.files), [route]);
  const typing = useTyping(conversation.id);
  const kind = route?.to[0]?.kind ?? 'email';
  const blocked = !route || route.blockedBy !== null;
  const composing = useComposer(key, { limits, kind, needsPeople: false, blocked, onTyping: typing });
  const { content, patch } = composing;
  const { submit, anyway } = useSubmit(props, composing, { routeId: route?.id ?? null });
  const discard = useDiscard(composing);
  useAskedFocus(open, composing);
  if (!route && !loading) return <p className="notice">{t('composer.noRoute')}</p>;
  const answered = messageId ? items.find((item) => item.id === messageId) : undefined;
  const answers = answered?.__typename === 'Message' ? answered.text.slice(0, 80) : messageId ? '…' : null;
  const letter = route?.capabilities.compose.includes('subject') ?? false;
  const signature = conversation.inbox.signature?.text;
  const takes = conversation.assignee === null && !route?.side;
  return (
    <>
      {route && (
        <ReplyHead
          routes={routes}
          route={route}
          content={content}
          refusal={composing.refusal}
          onRoute={choose}
          onChange={patch}
          onLatest={messageId ? () => patch({ messageId: null, to: null, cc: null, bcc: null }) : null}
          answers={answers}
          onSubmit={(thenClose) => submit({ thenClose })}
        />
      )}
      {route && <ChannelStrip channel={route.channel} blockedBy={route.blockedBy} />}
      {route && <AddressStrip kind={kind} people={peopleOf(route, content)} />}
      <EditorBox
        composing={composing}
        label={t('reply')}
        placeholder={t('composer.replyHint')}
        formats={route?.capabilities.formats ?? []}
        onSubmit={(thenClose) => submit({ thenClose })}
        onLeave={leaveEditor}
        snippets={conversation}
      >
        {letter && signature && <SignatureFold text={signature} label={t('signature.label')} />}
      </EditorBox>
      {route && (
        <FitStrip
          conversationId={conversation.id}
          routeId={route.id}
          draft={content}
          uploadIds={content.files.map((file) => file.id)}
        />
      )}
      <PanelStrips composing={composing} basis={props.basis} onAnyway={anyway} />
      <ComposerFoot
        composing={composing}
        closes={conversation.status !== 'CLOSED'}
        canAttach={limits !== null}
        canWait={letter}
        note={takes ? t('composer.takes') : null}
        onSubmit={submit}
        onDiscard={discard}
      />
    </>
  );
}
