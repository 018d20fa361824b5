import { useParams } from '@tanstack/react-router';
import { useId } from 'react';
import { useQuery } from 'urql';
import { useT, type TextKey } from '../../../app/intl.js';
import { NotFound } from '../../../app/NotFound.js';
import { ImportsDocument, type ImportKind, type ImportLineFragment } from '../../../generated/crm-transfer.js';
import { useTimes } from '../../../lib/useTimes.js';
import { Loaded } from '../../settings/Loaded.js';
import { CrmScreen, CrmShell } from '../CrmShell.js';
import { KINDS, typeAt } from '../recordTypes.js';
import { useFresh } from '../useFresh.js';
import { ImportMapping } from './ImportMapping.js';
import { hasImport } from './importTargets.js';
import { useImport } from './useImport.js';

/** `/contacts/import`, `/deals/import` and so on: a file, what its columns are, what its rows would do, and what became of it (ux 4.5). */
export function ImportRoute() {
  const { kind: path } = useParams({ strict: false });
  const kind = path === undefined ? 'CONTACT' : typeAt(path);
  if (!kind || !hasImport(kind)) return <NotFound />;
  return (
    <CrmScreen>
      <ImportPage key={kind} kind={kind} />
    </CrmScreen>
  );
}

function ImportPage({ kind }: { kind: ImportKind }) {
  const t = useT();
  const taking = useImport(kind);
  const [{ data, error }, again] = useQuery({
    query: ImportsDocument,
    variables: { kind },
    requestPolicy: 'cache-and-network',
  });
  const fresh = () => again({ requestPolicy: 'network-only' });
  useFresh(fresh, ['listImport.']);
  const begin = async () => {
    if (await taking.begin()) fresh();
  };
  const imports = data?.listImports;
  return (
    <CrmShell
      title={t('crm.importOf', { list: t(kind === 'CONTACT' ? 'crm.contacts' : KINDS[kind].many) })}
      current={kind === 'CONTACT' ? 'contacts' : KINDS[kind].path}
    >
      <p className="help">{t('crm.importHelp')}</p>
      <div className="panel crm-import">
        <FileChoice busy={taking.busy} onChoose={(file) => void taking.choose(file)} />
        {taking.failure && (
          <p className="alert" role="alert">
            {taking.failure}
          </p>
        )}
        {taking.preview && (
          <ImportMapping
            key={taking.uploadId}
            preview={taking.preview}
            busy={taking.busy}
            onChange={(choices) => void taking.change(choices)}
            onBegin={() => void begin()}
            onCancel={taking.reset}
          />
        )}
      </div>
      <section>
        <h2>{t('crm.imports')}</h2>
        <Loaded ready={imports !== undefined} error={error} onRetry={fresh} empty={imports?.length === 0 && t('crm.noImports')}>
          <ul className="lines" aria-label={t('crm.imports')}>
            {imports?.map((one) => (
              <ImportLine key={one.id} one={one} />
            ))}
          </ul>
        </Loaded>
      </section>
    </CrmShell>
  );
}

function FileChoice({ busy, onChoose }: { busy: boolean; onChoose: (file: File) => void }) {
  const t = useT();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{t('crm.importFile')}</label>
      <input
        id={id}
        className="input"
        type="file"
        accept=".csv,.txt,.tsv,text/csv,text/plain"
        disabled={busy}
        aria-describedby={`${id}-help`}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) onChoose(file);
        }}
      />
      <small id={`${id}-help`} className="help">
        {t('crm.importLimits')}
      </small>
    </div>
  );
}

const STATES: Record<ImportLineFragment['state'], TextKey> = {
  RUNNING: 'crm.importRunning',
  DONE: 'crm.importDone',
  FAILED: 'crm.importFailed',
};

function ImportLine({ one }: { one: ImportLineFragment }) {
  const t = useT();
  const times = useTimes();
  const { fileName, state, total, done, created, updated, same, bad, problemsUrl, byName, startedAt, reason } = one;
  return (
    <li>
      <div className="line-text">
        <b>{fileName}</b>
        <p className="meta">
          {byName} · {times.day(startedAt)} · {t(STATES[state])}
        </p>
        {state === 'RUNNING' && <progress max={total} value={done} aria-label={t('crm.importProgress', { name: fileName })} />}
        <p role="status">{t('crm.importCounts', { created, updated, same, bad })}</p>
        {reason && <p className="meta">{reason}</p>}
      </div>
      {problemsUrl && <Report url={problemsUrl} />}
    </li>
  );
}

function Report({ url }: { url: string }) {
  const t = useT();
  return (
    <a className="btn" href={`${url}?language=${document.documentElement.lang}`} download>
      {t('crm.importReport')}
    </a>
  );
}
