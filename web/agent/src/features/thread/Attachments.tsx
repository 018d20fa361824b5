import { IconDownload, IconFile, IconFileOff, IconLoader, IconPhoto } from '@tabler/icons-react';
import { useT } from '../../app/intl.js';
import { useBytes } from '../../lib/useBytes.js';
import type { Mail } from './types.js';

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
