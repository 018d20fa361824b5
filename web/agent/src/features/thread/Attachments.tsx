import { IconDownload, IconFile, IconFileOff, IconLoader, IconMail, IconPhoto } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useT } from '../../app/intl.js';
import { useBytes } from '../../lib/useBytes.js';
import type { Mail } from './types.js';

const SourceDialog = lazy(() => import('./SourceDialog.js').then((module) => ({ default: module.SourceDialog })));

type File = Mail['attachments'][number];

/** The files of a message, with what is known of them: still being fetched, ready, gone. */
export function Attachments({ files }: { files: readonly File[] }) {
  const t = useT();
  if (files.length === 0) return null;
  return (
    <ul className="files" aria-label={t('files.label')}>
      {files.map((file) => (
        <li key={file.id}>
          <Tile file={file} />
        </li>
      ))}
    </ul>
  );
}

function Tile({ file }: { file: File }) {
  const t = useT();
  const bytes = useBytes();
  const size = file.bytes === null ? null : bytes(file.bytes);
  if (file.state !== 'READY' || !file.url)
    return (
      <span className="file" data-state={file.state}>
        {file.state === 'FETCHING' ? <IconLoader size={18} aria-hidden /> : <IconFileOff size={18} aria-hidden />}
        <span className="el">{file.name}</span>
        <span className="meta">{t(file.state === 'FETCHING' ? 'files.fetching' : 'files.gone')}</span>
      </span>
    );
  if (file.mime === 'message/rfc822') return <MailTile file={file} url={file.url} size={size} />;
  const image = file.mime.startsWith('image/') && file.mime !== 'image/svg+xml';
  return (
    <a
      className="file"
      href={file.url}
      download={image ? undefined : file.name}
      target={image ? '_blank' : undefined}
      rel="noopener"
    >
      {image ? <img src={file.url} alt="" loading="lazy" /> : <IconFile size={18} aria-hidden />}
      <span className="el">{file.name}</span>
      {size && <span className="meta">{size}</span>}
      {image ? <IconPhoto size={14} aria-hidden /> : <IconDownload size={14} aria-hidden />}
    </a>
  );
}

/** A mail inside a mail: looked at as it is, or downloaded (R-ATT-5). */
function MailTile({ file, url, size }: { file: File; url: string; size: string | null }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="file" onClick={() => setOpen(true)}>
        <IconMail size={18} aria-hidden />
        <span className="el">{file.name}</span>
        {size && <span className="meta">{size}</span>}
      </button>
      {open && (
        <Suspense>
          <SourceDialog url={url} title={t('files.mail', { name: file.name })} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
