import { useSyncExternalStore } from 'react';
import { useT } from '../../app/intl.js';
import { useServices } from '../../app/services.js';
import { useTimes } from '../../lib/useTimes.js';
import type { Conversation } from '../thread/types.js';

/** On which page of the website the visitor is, as he goes from one to the next (ux R13). */
export function WhereNow({ conversation }: { conversation: Conversation }) {
  const t = useT();
  const times = useTimes();
  const { presence } = useServices();
  const live = useSyncExternalStore(presence.watch, () => presence.page(conversation.id));
  const kept = conversation.visitorPage;
  const page = live && (!kept || live.at > kept.at) ? live : kept;
  if (!page) return null;
  const name = page.title || page.url;
  return (
    <details className="sec" open>
      <summary>{t('about.website')}</summary>
      <dl>
        <div>
          <dt>{t('about.page')}</dt>
          <dd>
            {/^https?:[^…]*$/.test(page.url) ? (
              <a href={page.url} title={page.url} target="_blank" rel="noopener noreferrer">
                {name}
              </a>
            ) : (
              name
            )}{' '}
            <time className="meta" dateTime={page.at} title={times.full(page.at)}>
              {times.short(page.at)}
            </time>
          </dd>
        </div>
        {page.referrer && (
          <div>
            <dt>{t('about.referrer')}</dt>
            <dd>{page.referrer}</dd>
          </div>
        )}
      </dl>
    </details>
  );
}
