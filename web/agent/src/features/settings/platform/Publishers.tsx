import { Button } from '@balie/web-ui';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useQuery } from 'urql';
import { useT } from '../../../app/intl.js';
import { toast } from '../../../app/toasts.js';
import { TextField } from '../../../components/fields.js';
import {
  DistrustPublisherDocument,
  PublishersDocument,
  type PublishersQuery,
  TrustPublisherDocument,
} from '../../../generated/platform.js';
import { makeId } from '../../../lib/ids.js';
import { Loaded } from '../Loaded.js';
import { useRun } from '../useRun.js';
import '../../../styles/platform.css';

type Publisher = PublishersQuery['pluginPublishers'][number];

/** Whose signatures on plugins count: the host's, and those that admins add (N20). */
export function Publishers() {
  const t = useT();
  const [{ data, error }, again] = useQuery({ query: PublishersDocument, requestPolicy: 'cache-and-network' });
  const refresh = () => again({ requestPolicy: 'network-only' });
  const { pluginPublishers: publishers = [] } = data ?? {};
  return (
    <section className="panel">
      <h2>{t('plugin.publishers')}</h2>
      <p className="help">{t('plugin.publishersHelp')}</p>
      <Loaded ready={data !== undefined} error={error} onRetry={refresh}>
        {publishers.length === 0 ? (
          <p className="meta">{t('plugin.noPublishers')}</p>
        ) : (
          <ul className="lines" aria-label={t('plugin.publishers')}>
            {publishers.map((one) => (
              <Line key={one.publicKey} publisher={one} onChanged={refresh} />
            ))}
          </ul>
        )}
        <NewPublisher onAdded={refresh} />
      </Loaded>
    </section>
  );
}

function Line({ publisher: { id, name, publicKey }, onChanged }: { publisher: Publisher; onChanged: () => void }) {
  const t = useT();
  const { run, busy } = useRun();
  const distrust = async (known: string) => {
    const done = await run({
      document: DistrustPublisherDocument,
      variables: { id: known },
      problems: (answer) => answer.pluginPublisherRemove.userErrors,
    });
    if (done) toast(t('plugin.distrusted', { name }));
    onChanged();
  };
  return (
    <li>
      <div className="line-text">
        <b>{name}</b>
        {id === null && <span className="meta"> {t('plugin.ofHost')}</span>}
        <p className="meta mono">{publicKey}</p>
      </div>
      {id !== null && (
        <Button busy={busy} onClick={() => void distrust(id)}>
          <IconX size={16} aria-hidden />
          {t('plugin.distrust')}
          <span className="vh"> {name}</span>
        </Button>
      )}
    </li>
  );
}

/** Takes the line as a publisher tells it. */
function NewPublisher({ onAdded }: { onAdded: () => void }) {
  const t = useT();
  const { run, busy } = useRun();
  const [line, setLine] = useState('');
  const [id, setId] = useState(() => makeId('pub'));
  const add = async (event: FormEvent) => {
    event.preventDefault();
    const at = line.indexOf('=');
    if (at < 1) return toast(t('plugin.publisherNoLine'));
    const done = await run({
      document: TrustPublisherDocument,
      variables: { input: { id, name: line.slice(0, at).trim(), publicKey: line.slice(at + 1).trim() } },
      problems: (answer) => answer.pluginPublisherTrust.userErrors,
    });
    if (!done) return;
    toast(t('plugin.trustedNow', { name: line.slice(0, at).trim() }));
    setLine('');
    setId(makeId('pub'));
    onAdded();
  };
  return (
    <form className="origin-new" onSubmit={(event) => void add(event)}>
      <TextField
        label={t('plugin.publisherLine')}
        help={t('plugin.publisherLineHelp')}
        value={line}
        onChange={setLine}
        required
        autoComplete="off"
        spellCheck={false}
        after={
          <Button type="submit" busy={busy}>
            <IconPlus size={16} aria-hidden />
            {t('plugin.trust')}
          </Button>
        }
      />
    </form>
  );
}
