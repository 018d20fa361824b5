import { createContext, useContext, useEffect, useMemo, useRef, type ReactNode } from 'react';
import { Provider, type Client } from 'urql';
import { Follower } from '../features/inbox/follow.js';
import { SenderActions } from '../features/filters/senders.js';
import { Wholes } from '../features/bulk/wholes.js';
import { Lists } from '../features/inbox/lists.js';
import { Actions } from './actions.js';
import type { Author } from './cache.js';
import { makeClient, makeSocket } from './client.js';
import { useLocale, useT } from './intl.js';
import { Live } from './live.js';
import { Presence } from './presence.js';

/** What the screens share while somebody is signed in. */
export interface Services {
  client: Client;
  live: Live;
  lists: Lists;
  follower: Follower;
  actions: Actions;
  senders: SenderActions;
  wholes: Wholes;
  presence: Presence;
  setViewer: (author: Author) => void;
}

const ServicesContext = createContext<Services | null>(null);
export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (!services) throw new Error('Outside of the signed-in part');
  return services;
}

type Core = Omit<Services, 'actions' | 'senders' | 'wholes'>;

function build(language: () => string, onSignedOut: () => void): Core {
  let viewer: Author | null = null;
  const live = new Live(onSignedOut);
  const socket = makeSocket({ opened: () => live.socketOpened(), closed: (code) => live.socketClosed(code) });
  const client = makeClient({ socket, author: () => viewer, onSignedOut });
  const presence = new Presence();
  const lists = new Lists(client, language);
  const follower = new Follower(client, lists, language);
  const setViewer = (author: Author) => {
    viewer = author;
    presence.self = author.id;
  };
  return { client, live, lists, follower, presence, setViewer };
}

/** Makes the services once for a sign-in, and ends them with it. */
export function ServicesProvider({ onSignedOut, children }: { onSignedOut: () => void; children: ReactNode }) {
  const { locale } = useLocale();
  const t = useT();
  const language = useRef<string>(locale);
  language.current = locale;
  const core = useMemo(() => build(() => language.current, onSignedOut), [onSignedOut]);
  useEffect(() => {
    const changes = core.live.onChange(core.follower.take);
    const signals = core.live.onSignal((signal) => core.presence.take(signal));
    return () => {
      changes();
      signals();
      core.live.stop();
    };
  }, [core]);
  const services = useMemo(() => {
    const { client, lists } = core;
    const parts = { client, lists, language: () => language.current, t };
    const actions = new Actions(parts);
    return { ...core, actions, senders: new SenderActions({ ...parts, actions }), wholes: new Wholes({ client, actions, t }) };
  }, [core, t]);
  useEffect(() => core.live.onChange(services.wholes.take), [core, services]);
  return (
    <ServicesContext.Provider value={services}>
      <Provider value={core.client}>{children}</Provider>
    </ServicesContext.Provider>
  );
}
