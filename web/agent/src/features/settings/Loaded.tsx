import { Button, Empty, Skeleton } from '@balie/web-ui';
import type { ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { failureText } from '../../app/errors.js';
import { useT } from '../../app/intl.js';

interface LoadedProps {
  ready: boolean;
  error: CombinedError | undefined;
  onRetry: () => void;
  /** What to say when there is nothing. */
  empty?: string | false;
  children: ReactNode;
}

/** Loading, failed, empty or there: the four states of every list. */
export function Loaded({ ready, error, onRetry, empty, children }: LoadedProps) {
  const t = useT();
  if (!ready && error)
    return (
      <div className="alert" role="alert">
        <p>{failureText(t, error)}</p>
        <Button onClick={onRetry}>{t('again')}</Button>
      </div>
    );
  if (!ready) return <Skeleton label={t('loading')} lines={6} />;
  if (empty) return <Empty title={empty} />;
  return children;
}
