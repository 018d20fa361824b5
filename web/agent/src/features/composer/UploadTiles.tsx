import { IconButton } from '@balie/web-ui';
import { IconAlertTriangle, IconFile, IconRefresh, IconX } from '@tabler/icons-react';
import { useT } from '../../app/intl.js';
import { useBytes } from '../../lib/useBytes.js';
import type { Upload } from './uploads.js';

interface TilesProps {
  uploads: readonly Upload[];
  onRemove: (id: string) => void;
  onRetry: (id: string) => void;
}

/** The files of what is being written, with how far each is. */
export function UploadTiles({ uploads, onRemove, onRetry }: TilesProps) {
  const t = useT();
  const bytes = useBytes();
  if (uploads.length === 0) return null;
  return (
    <ul className="files" aria-label={t('files.label')}>
      {uploads.map((upload) => (
        <li key={upload.id} className="file" data-state={upload.state}>
          {upload.reason ? <IconAlertTriangle size={16} aria-hidden /> : <IconFile size={16} aria-hidden />}
          <span className="el">{upload.name}</span>
          <span className="meta" role={upload.reason ? 'alert' : undefined}>
            {upload.reason ?? bytes(upload.bytes)}
          </span>
          {upload.state === 'sending' && (
            <progress value={upload.progress} aria-label={t('files.progress', { name: upload.name })} />
          )}
          {upload.state === 'failed' && (
            <IconButton label={t('again')} icon={<IconRefresh size={14} />} onClick={() => onRetry(upload.id)} />
          )}
          <IconButton
            label={t(upload.state === 'sending' ? 'files.cancel' : 'files.remove', { name: upload.name })}
            icon={<IconX size={14} />}
            onClick={() => onRemove(upload.id)}
          />
        </li>
      ))}
    </ul>
  );
}
