import { Button } from '@balie/web-ui';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useLocale, useT } from '../../app/intl.js';
import { AttachChannelDocument, DisconnectedChannelsDocument } from '../../generated/settings.js';
import { RemoveChannel } from './RemoveChannel.js';
import { useRun } from './useRun.js';

interface DisconnectedProps {
  inboxes: readonly { id: string; name: string }[];
  onDone: () => void;
}

/** Channels whose inbox was deleted, to be attached to another one (N11); nothing when there are none. */
export function Disconnected({ inboxes, onDone }: DisconnectedProps) {
  const t = useT();
  const { locale } = useLocale();
  const { run, busy } = useRun();
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const [{ data }, again] = useQuery({
    query: DisconnectedChannelsDocument,
    variables: { language: locale },
    requestPolicy: 'cache-and-network',
  });
  const [removing, setRemoving] = useState<(typeof channels)[number] | null>(null);
  const channels = data?.disconnectedChannels ?? [];
  if (channels.length === 0) return null;
  const attach = async (id: string) => {
    const inboxId = chosen[id] ?? inboxes[0]?.id ?? '';
    const done = await run({
      document: AttachChannelDocument,
      variables: { id, inboxId, language: locale },
      problems: (answer) => answer.channelAttach.userErrors,
    });
    if (!done) return;
    again({ requestPolicy: 'network-only' });
    onDone();
  };
  return (
    <section className="panel">
      <h2>{t('channel.disconnected')}</h2>
      <p className="help">{t('channel.disconnectedHelp')}</p>
      <ul className="lines">
        {channels.map((channel) => (
          <li key={channel.id}>
            <div className="line-text">
              <b>{channel.account || channel.name}</b>
            </div>
            <select
              className="input person-rights"
              aria-label={t('channel.inboxOf', { name: channel.account || channel.name })}
              value={chosen[channel.id] ?? inboxes[0]?.id ?? ''}
              onChange={(event) => setChosen({ ...chosen, [channel.id]: event.target.value })}
            >
              {inboxes.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
            <Button busy={busy} onClick={() => void attach(channel.id)}>
              {t('channel.attach')}
              <span className="vh"> {channel.account || channel.name}</span>
            </Button>
            <Button look="quiet" onClick={() => setRemoving(channel)}>
              {t('channel.remove')}
              <span className="vh"> {channel.account || channel.name}</span>
            </Button>
          </li>
        ))}
      </ul>
      <RemoveChannel
        channel={removing}
        onClose={() => setRemoving(null)}
        onDone={() => {
          again({ requestPolicy: 'network-only' });
          onDone();
        }}
      />
    </section>
  );
}
