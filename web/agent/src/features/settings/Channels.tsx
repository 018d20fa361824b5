import { Button } from '@balie/web-ui';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useLocale, useT, type TextKey } from '../../app/intl.js';
import { useServices } from '../../app/services.js';
import { toast } from '../../app/toasts.js';
import { SelectField } from '../../components/fields.js';
import { iconFor } from '../../components/icons.js';
import type { ChannelLineFragment, ChannelState } from '../../generated/graphql.js';
import { InboxSettingsDocument, SetChannelActiveDocument } from '../../generated/settings.js';
import { useTimes } from '../../lib/useTimes.js';
import { ChannelEditor } from '../channels/ChannelEditor.js';
import { TypePicker } from '../channels/TypePicker.js';
import { Disconnected } from './Disconnected.js';
import { Loaded } from './Loaded.js';
import { RemoveChannel } from './RemoveChannel.js';
import { useRun } from './useRun.js';

const STATES: Record<ChannelState, { text: TextKey; tone: 'good' | 'warn' | 'bad' | 'plain' }> = {
  STARTING: { text: 'channel.STARTING', tone: 'plain' },
  CONNECTED: { text: 'channel.CONNECTED', tone: 'good' },
  DEGRADED: { text: 'channel.DEGRADED', tone: 'warn' },
  UNAUTHORIZED: { text: 'channel.UNAUTHORIZED', tone: 'bad' },
  FAILED: { text: 'channel.FAILED', tone: 'bad' },
  PAUSED: { text: 'channel.PAUSED', tone: 'plain' },
  DISCONNECTED: { text: 'channel.disconnected', tone: 'bad' },
};

/** All channels with how they are; authorised and switched on are two things (D12). */
export function Channels() {
  const t = useT();
  const { locale } = useLocale();
  const [{ data, error }, again] = useQuery({
    query: InboxSettingsDocument,
    variables: { language: locale },
    requestPolicy: 'cache-and-network',
  });
  const [editing, setEditing] = useState<string | 'new' | null>(null);
  const [reauth, setReauth] = useState(false);
  const [removing, setRemoving] = useState<ChannelLineFragment | null>(null);
  const { follower } = useServices();
  const done = () => {
    setEditing(null);
    toast(t('saved'));
    follower.counts(0);
    again({ requestPolicy: 'network-only' });
  };
  const inboxes = data?.inboxes ?? [];
  const channels = inboxes.flatMap((inbox) => inbox.channels);
  return (
    <Loaded ready={data !== undefined} error={error} onRetry={() => again()}>
      <div className="filters">
        {editing !== 'new' && (
          <Button look="tint" onClick={() => setEditing('new')}>
            <IconPlus size={16} aria-hidden />
            {t('channel.add')}
          </Button>
        )}
      </div>
      {editing === 'new' && <NewChannel inboxes={inboxes} onDone={done} onCancel={() => setEditing(null)} />}
      <Disconnected inboxes={inboxes} onDone={done} />
      {channels.length === 0 && editing !== 'new' && <p className="help">{t('channel.none')}</p>}
      {channels.length > 0 && (
        <ul className="lines">
          {channels.map((channel) => (
            <Line
              key={channel.id}
              channel={channel}
              open={editing === channel.id}
              reauth={reauth}
              onEdit={(open, again) => {
                setEditing(open ? channel.id : null);
                setReauth(again);
              }}
              onRemove={() => setRemoving(channel)}
              onDone={done}
            />
          ))}
        </ul>
      )}
      <RemoveChannel channel={removing} onClose={() => setRemoving(null)} onDone={done} />
    </Loaded>
  );
}

function NewChannel({
  inboxes,
  onDone,
  onCancel,
}: {
  inboxes: readonly { id: string; name: string }[];
  onDone: () => void;
  onCancel: () => void;
}) {
  const t = useT();
  const [inboxId, setInboxId] = useState(inboxes[0]?.id ?? '');
  const [type, setType] = useState<string | null>(null);
  return (
    <section className="panel">
      <h2>{t('channel.add')}</h2>
      <SelectField
        label={t('channel.inbox')}
        value={inboxId}
        onChange={setInboxId}
        options={inboxes.map(({ id, name }) => ({ value: id, label: name }))}
      />
      {type ? (
        <ChannelEditor
          key={inboxId + type}
          inboxId={inboxId}
          type={type}
          saveLabel={t('channel.connect')}
          onDone={onDone}
          onCancel={onCancel}
        />
      ) : (
        <>
          <TypePicker onPick={setType} />
          <div className="row-actions">
            <Button look="quiet" onClick={onCancel}>
              {t('cancel')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

interface LineProps {
  channel: ChannelLineFragment;
  open: boolean;
  /** It is opened to sign in again. */
  reauth: boolean;
  onEdit: (open: boolean, reauth: boolean) => void;
  onRemove: () => void;
  onDone: () => void;
}

function Line({ channel, open, reauth, onEdit, onRemove, onDone }: LineProps) {
  const t = useT();
  const times = useTimes();
  const { locale } = useLocale();
  const { run, busy } = useRun();
  const Mark = iconFor(channel.kind?.icon);
  const state = STATES[channel.state];
  const setActive = () =>
    void run({
      document: SetChannelActiveDocument,
      variables: { id: channel.id, active: !channel.active, language: locale },
      problems: (answer) => answer.channelSetActive.userErrors,
    });
  const last = [
    channel.lastInboundAt && t('channel.lastIn', { time: times.short(channel.lastInboundAt) }),
    channel.lastOutboundAt && t('channel.lastOut', { time: times.short(channel.lastOutboundAt) }),
  ].filter(Boolean);
  return (
    <li>
      <Mark size={20} aria-hidden />
      <div className="line-text">
        <b>{channel.account || channel.name}</b>
        <p className="meta">{[channel.kind?.title, channel.inbox.name, ...last].filter(Boolean).join(' · ')}</p>
        {channel.stateMessage && <p className="field-error">{channel.stateMessage}</p>}
      </div>
      <span className="state" data-tone={state.tone}>
        {t(state.text)}
      </span>
      {channel.kind && channel.state === 'UNAUTHORIZED' && (
        <Button look="primary" onClick={() => onEdit(true, true)}>
          {t('channel.signIn')}
          <span className="vh"> {channel.account}</span>
        </Button>
      )}
      <Button busy={busy} onClick={setActive}>
        {t(channel.active ? 'channel.pause' : 'channel.resume')}
        <span className="vh"> {channel.account}</span>
      </Button>
      {channel.kind && (
        <Button onClick={() => onEdit(!open || reauth, false)} aria-expanded={open && !reauth}>
          {t('edit')}
          <span className="vh"> {channel.account}</span>
        </Button>
      )}
      <Button look="quiet" onClick={onRemove}>
        {t('channel.remove')}
        <span className="vh"> {channel.account}</span>
      </Button>
      {open && channel.kind && (
        <div className="line-text">
          <ChannelEditor
            key={String(reauth)}
            inboxId={channel.inbox.id}
            type={channel.kind.type}
            channelId={channel.id}
            reauth={reauth}
            saveLabel={t(reauth ? 'channel.signIn' : 'save')}
            onDone={onDone}
            onCancel={() => onEdit(false, false)}
          />
        </div>
      )}
    </li>
  );
}
