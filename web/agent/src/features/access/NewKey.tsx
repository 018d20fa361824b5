import { useMemo } from 'react';
import { encode } from 'uqr';
import { useT } from '../../app/intl.js';

/** A key to be put into an authenticator: as a QR code, which is black on white by night too, and to be typed. */
export function NewKey({ secret, uri }: { secret: string; uri: string }) {
  const t = useT();
  const { path, size } = useMemo(() => drawn(uri), [uri]);
  return (
    <div className="new-key">
      <svg role="img" aria-label={t('second.qr')} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
        <rect width={size} height={size} fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
      <div>
        <p>{t('second.scan')}</p>
        <p className="meta">{t('second.type')}</p>
        <code>{secret.match(/.{4}/g)?.join(' ')}</code>
      </div>
    </div>
  );
}

function drawn(text: string): { path: string; size: number } {
  const { data, size } = encode(text, { border: 3 });
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { path: dark.join(''), size };
}
