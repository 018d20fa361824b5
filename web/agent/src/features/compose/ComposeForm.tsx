import { Skeleton } from '@balie/web-ui';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { useQuery } from 'urql';
import { closeCompose, openCompose } from '../../app/composeWindows.js';
import { PartFailed } from '../../app/Failed.js';
import { useT } from '../../app/intl.js';
import { useShell } from '../../app/ShellProvider.js';
import { toast } from '../../app/toasts.js';
import { ComposeDraftsDocument, type SendingInboxFragment } from '../../generated/graphql.js';
import { SendingInboxesDocument } from '../../generated/composer.js';
import { AddressField } from '../composer/AddressField.js';
import { AddressStrip } from '../composer/AddressStrip.js';
import { ChannelStrip } from '../composer/ChannelStrip.js';
import { ComposerFoot } from '../composer/ComposerFoot.js';
import { EditorBox, SignatureFold } from '../composer/Editor.js';
import type { SnippetUse } from '../composer/SnippetBox.js';
import { OtherWindowStrip, RefusalStrip } from '../composer/Strips.js';
import { limitsOf } from '../composer/uploads.js';
import { useComposer, type Composing } from '../composer/useComposer.js';
import { useDraft, useDrafts } from '../composer/useDrafts.js';
import { knownName, useSuggestions } from '../composer/useSuggestions.js';
import { useAnnounce } from '../composer/useTakeBack.js';

/** An address to write from, with the inbox that it belongs to. */
interface Sender {
  id: string;
  inbox: SendingInboxFragment;
  from: SendingInboxFragment['composeFrom'][number];
}

/** Addresses of the inboxes in which this person acts, and of no others (S85). */
export function sendersOf(inboxes: readonly SendingInboxFragment[]): Sender[] {
  return inboxes
    .filter((inbox) => inbox.inboxCan.includes('ACT'))
    .flatMap((inbox) => inbox.composeFrom.map((from) => ({ id: from.id, inbox, from })));
}

interface FormProps {
  conversationId: string;
  asked: number;
}

/** The form of a new message, once it is known from which addresses it may leave. */
export function ComposeForm(props: FormProps) {
  const t = useT();
  const [{ data, error }, again] = useQuery({ query: SendingInboxesDocument, requestPolicy: 'cache-and-network' });
  const known = useKnown(props.conversationId);
  if (!data && error) return <PartFailed error={error} onRetry={() => again({ requestPolicy: 'network-only' })} />;
  if (!data || !known) return <Skeleton label={t('loading')} lines={6} />;
  const senders = sendersOf(data.inboxes);
  return senders.length === 0 ? <NoSender /> : <Form {...props} senders={senders} />;
}

/** Whether what the server has of this draft has been read; offline, what is here is all there is. */
function useKnown(conversationId: string): boolean {
  const drafts = useDrafts();
  const [known, setKnown] = useState(false);
  const [{ data, error, stale }] = useQuery({ query: ComposeDraftsDocument, requestPolicy: 'cache-and-network' });
  useEffect(() => {
    if (known || (!error && (!data || stale))) return;
    drafts.adopt((data?.composeDrafts ?? []).filter((draft) => draft.conversationId === conversationId));
    setKnown(true);
  }, [known, data, error, stale, drafts, conversationId]);
  return known;
}

/** Nothing can be written from here: why, and what to do. */
function NoSender() {
  const t = useT();
  const { isAdmin } = useShell();
  return (
    <div className="compose-none">
      <p>{t('compose.noChannel')}</p>
      {isAdmin ? (
        <Link className="btn" to="/settings/{-$page}" params={{ page: 'channels' }}>
          {t('channel.toSettings')}
        </Link>
      ) : (
        <p>{t('channel.askAdmin')}</p>
      )}
    </div>
  );
}

/** The address that was chosen, else the first of the inbox that is looked at. */
function useSender(conversationId: string, senders: readonly Sender[]): Sender {
  const { inboxId, fromId } = useDraft({ conversationId, mode: 'COMPOSE' });
  const here = useParams({ strict: false }).inboxId;
  const [first] = useState(here);
  const found =
    senders.find((one) => one.id === fromId) ??
    senders.find((one) => one.inbox.id === inboxId) ??
    senders.find((one) => one.inbox.id === first) ??
    senders[0];
  if (!found) throw new Error('There is nothing to write from');
  return found;
}

function Form({ conversationId, asked, senders }: FormProps & { senders: readonly Sender[] }) {
  const t = useT();
  const sender = useSender(conversationId, senders);
  const { inbox, from } = sender;
  const limits = useMemo(() => limitsOf(from.capabilities.files), [from]);
  const key = { conversationId, mode: 'COMPOSE' as const };
  const composing = useComposer(key, { limits, kind: from.address.kind, needsPeople: true, blocked: false });
  const { patch, refusal, setRefusal } = composing;
  const { inboxId, fromId, to, cc, bcc } = composing.content;
  useEffect(() => {
    if (inboxId !== inbox.id || fromId !== sender.id) patch({ inboxId: inbox.id, fromId: sender.id });
  }, [inboxId, fromId, inbox.id, sender.id, patch]);
  const snippets = useSnippetUse(inbox, from.address.kind, to?.[0] ?? null);
  const submit = useComposeSubmit(composing, inbox.id);
  const discard = useComposeDiscard(composing);
  const aboutField = refusal?.field === 'to' || refusal?.field === 'address';
  return (
    <div className="compose-in">
      <div className="compose-scroll">
        <Fields composing={composing} senders={senders} sender={sender} asked={asked} onSubmit={() => submit({})} />
        <ChannelStrip channel={from.channel} />
        <AddressStrip kind={from.address.kind} people={[...(to ?? []), ...(cc ?? []), ...(bcc ?? [])]} />
        <EditorBox
          composing={composing}
          id={`compose-${conversationId}`}
          label={t('compose.text')}
          placeholder={t('compose.hint')}
          formats={from.capabilities.formats}
          onSubmit={() => submit({})}
          snippets={snippets}
        >
          {inbox.signature && <SignatureFold text={inbox.signature.text} label={t('signature.label')} />}
        </EditorBox>
        <OtherWindowStrip draftKey={composing.key} />
        {refusal && !aboutField && (
          <RefusalStrip refusal={refusal} onLook={() => undefined} onAnyway={() => submit({})} onClose={() => setRefusal(null)} />
        )}
      </div>
      <ComposerFoot
        composing={composing}
        closes={false}
        canAttach={limits !== null}
        canWait
        onSubmit={submit}
        onDiscard={discard}
      />
    </div>
  );
}

/** A template speaks to the first who is written to, by his name where he is a contact. */
function useSnippetUse(inbox: SendingInboxFragment, kind: string, value: string | null): SnippetUse {
  useSuggestions(value ?? '', kind);
  const contact = value === null ? null : { fullName: knownName(value) ?? null, identities: [{ kind, value }] };
  return { inbox, number: null, contact };
}

/** Sends; then the conversation that it began opens. */
function useComposeSubmit(composing: Composing, inboxId: string) {
  const navigate = useNavigate();
  const announce = useAnnounce();
  const { conversationId } = composing.key;
  const submit = async (sendAt: string | null) => {
    const sent = await composing.submit({ sendAt });
    if (!sent) return;
    closeCompose(conversationId);
    await navigate({
      to: '/inbox/$inboxId/$view',
      params: { inboxId, view: 'all' },
      search: { c: sent.conversationId, status: undefined },
    });
    document.getElementById('thread')?.focus();
    announce(sent.message, sent.conversationId);
  };
  return ({ sendAt }: { sendAt?: string }) => void submit(sendAt ?? null);
}

function useComposeDiscard({ key }: Composing): () => void {
  const t = useT();
  const drafts = useDrafts();
  return () => {
    const before = drafts.discard(key);
    closeCompose(key.conversationId);
    const undo = () => {
      drafts.putBack(key, before);
      openCompose(key.conversationId);
    };
    toast(t('draft.discarded'), { label: t('undo'), run: undo });
  };
}

interface FieldsProps {
  composing: Composing;
  senders: readonly Sender[];
  sender: Sender;
  asked: number;
  onSubmit: () => void;
}

function Fields({ composing, senders, sender, asked, onSubmit }: FieldsProps) {
  const t = useT();
  const id = useId();
  const { content, patch, refusal } = composing;
  const to = useRef<HTMLInputElement>(null);
  const [copies, setCopies] = useState(false);
  const can = (field: string) => sender.from.capabilities.compose.includes(field);
  useEffect(() => {
    if ((composing.content.to?.length ?? 0) === 0) to.current?.focus();
    else composing.editor.current?.focus();
    // Each time the window is asked for, and never while it is written in.
  }, [asked]);
  const cc = content.cc ?? [];
  const bcc = content.bcc ?? [];
  const shown = copies || cc.length > 0 || bcc.length > 0;
  const shared = { kind: sender.from.address.kind, onSubmit };
  const choose = (value: string) => {
    const next = senders.find((one) => one.id === value);
    if (next) patch({ inboxId: next.inbox.id, fromId: next.id });
  };
  return (
    <div className="recipient-fields wide">
      <div className="addr">
        <label htmlFor={`${id}-from`}>{t('mail.from')}</label>
        {senders.length === 1 ? (
          <output id={`${id}-from`} className="el">
            {sender.from.address.value} <span className="meta">{sender.inbox.name}</span>
          </output>
        ) : (
          <select id={`${id}-from`} className="input" value={sender.id} onChange={(event) => choose(event.target.value)}>
            {senders.map((one) => (
              <option key={one.id} value={one.id}>
                {one.from.address.value} – {one.inbox.name}
              </option>
            ))}
          </select>
        )}
      </div>
      <AddressField
        {...shared}
        inputRef={to}
        label={t('mail.to')}
        values={content.to ?? []}
        onChange={(next) => patch({ to: next })}
        error={refusal?.field === 'to' ? refusal.reason : null}
        after={
          !shown &&
          (can('cc') || can('bcc')) && (
            <button type="button" className="link" onClick={() => setCopies(true)}>
              {t('mail.copies')}
            </button>
          )
        }
      />
      {shown && can('cc') && (
        <AddressField {...shared} label={t('mail.cc')} values={cc} onChange={(next) => patch({ cc: next })} />
      )}
      {shown && can('bcc') && (
        <AddressField {...shared} label={t('mail.bcc')} values={bcc} onChange={(next) => patch({ bcc: next })} />
      )}
      {can('subject') && (
        <div className="addr">
          <label htmlFor={`${id}-subject`}>{t('mail.subject')}</label>
          <input
            id={`${id}-subject`}
            className="input"
            maxLength={900}
            value={content.subject ?? ''}
            onChange={(event) => patch({ subject: event.target.value })}
          />
        </div>
      )}
    </div>
  );
}
