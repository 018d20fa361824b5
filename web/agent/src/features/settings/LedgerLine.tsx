import { Button } from '@balie/web-ui';
import { IconCode, IconDownload, IconFileImport, IconRefresh } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, memo, Suspense, useState } from 'react';
import { useLocale, useT } from '../../app/intl.js';
import { toast } from '../../app/toasts.js';
import { ImportItemDocument, ReplayItemDocument, type CameInLineFragment } from '../../generated/settings.js';
import { useTimes } from '../../lib/useTimes.js';
import { reasonText } from '../filters/reason.js';
import { INBOUND_STATES } from './inboundStates.js';
import { useRun } from './useRun.js';

const SourceDialog = lazy(() => import('../thread/SourceDialog.js').then((module) => ({ default: module.SourceDialog })));

interface LineProps {
  item: CameInLineFragment;
  onChanged: (item: CameInLineFragment) => void;
}

/** One thing that came in: from whom, about what, what became of it and why, and what can be done about it. */
export const LedgerLine = memo(function LedgerLine({ item, onChanged }: LineProps) {
  const t = useT();
  const times = useTimes();
  const state = INBOUND_STATES[item.state];
  const from = item.from ?? t('inbound.unknownSender');
  return (
    <li className="ledger-line" data-id={item.id}>
      <div className="line-text">
        <p className="ledger-head">
          <b>{from}</b>
          <span className="state" data-tone={state.tone}>
            {t(state.text)}
          </span>
        </p>
        <p className="ledger-subject">{item.mailSubject || t('list.noSubject')}</p>
        {item.reason && <p className="reason">{reasonText(t, item.reason)}</p>}
        {item.unparsed && <p className="reason">{t('thread.unparsed')}</p>}
        <p className="meta">
          <time dateTime={item.receivedAt} title={times.full(item.receivedAt)}>
            {times.day(item.receivedAt)} {times.clock(item.receivedAt)}
          </time>
          {item.channel && ` · ${item.channel.account || item.channel.name}`}
          {item.conversation && (
            <>
              {' · '}
              <Link to="/c/$number" params={{ number: String(item.conversation.number) }}>
                {t('inbound.open', { number: item.conversation.number })}
              </Link>
            </>
          )}
        </p>
      </div>
      <LineActions item={item} subject={item.mailSubject ?? from} onChanged={onChanged} />
    </li>
  );
});

function LineActions({ item, subject, onChanged }: LineProps & { subject: string }) {
  const t = useT();
  const { locale } = useLocale();
  const { run, busy } = useRun();
  const [source, setSource] = useState(false);
  const replay = async () => {
    const variables = { id: item.id, language: locale };
    const done = await run({ document: ReplayItemDocument, variables, problems: (data) => data.inboundItemReplay.userErrors });
    if (done?.inboundItemReplay.inboundItem) onChanged(done.inboundItemReplay.inboundItem);
    if (done) toast(t('inbound.replayed'));
  };
  const importAnyway = async () => {
    const variables = { id: item.id, language: locale };
    const done = await run({ document: ImportItemDocument, variables, problems: (data) => data.inboundItemImport.userErrors });
    if (done?.inboundItemImport.inboundItem) onChanged(done.inboundItemImport.inboundItem);
    if (done) toast(t('inbound.importing'));
  };
  const about = <span className="vh"> {subject}</span>;
  return (
    <div className="row-actions">
      {item.importable && (
        <Button look="tint" busy={busy} onClick={() => void importAnyway()}>
          <IconFileImport size={16} aria-hidden />
          {t('inbound.import')}
          {about}
        </Button>
      )}
      {(item.state === 'FAILED' || item.unparsed) && (
        <Button busy={busy} onClick={() => void replay()}>
          <IconRefresh size={16} aria-hidden />
          {t('again')}
          {about}
        </Button>
      )}
      {item.rawUrl && (
        <>
          <Button look="quiet" onClick={() => setSource(true)}>
            <IconCode size={16} aria-hidden />
            {t('inbound.source')}
            {about}
          </Button>
          <a className="btn icon" href={item.rawUrl} download title={t('thread.source')}>
            <IconDownload size={16} aria-hidden />
            <span className="vh">
              {t('thread.source')} {subject}
            </span>
          </a>
        </>
      )}
      {source && item.rawUrl && (
        <Suspense>
          <SourceDialog url={item.rawUrl} onClose={() => setSource(false)} />
        </Suspense>
      )}
    </div>
  );
}
