import { Navigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useShell } from '../../app/ShellProvider.js';
import { useSession } from '../../app/useSession.js';
import type { ChannelLineFragment, InboxHeadFragment } from '../../generated/graphql.js';
import { ChannelStep } from './ChannelStep.js';
import { DoneStep } from './DoneStep.js';
import { InboxStep } from './InboxStep.js';
import '../../styles/pages.css';

/** The rest of the first run, step by step. Each step keeps what it made, so a reload goes on where it was (S77). */
export function Setup() {
  const { session, refresh } = useSession();
  const { inboxes, isAdmin } = useShell();
  const [channel, setChannel] = useState<ChannelLineFragment | null>(null);
  const [made, setMade] = useState<Pick<InboxHeadFragment, 'id' | 'name'> | null>(null);
  if (channel) return <DoneStep channel={channel} />;
  if (!isAdmin || session.setup === 'done') return <Navigate to="/" replace />;
  const inbox = made ?? inboxes[0];
  if (session.setup === 'inbox' && !made)
    return (
      <InboxStep
        onDone={(saved) => {
          setMade(saved);
          void refresh();
        }}
      />
    );
  if (!inbox) return <InboxStep onDone={setMade} />;
  return <ChannelStep inbox={inbox} onConnected={setChannel} />;
}
