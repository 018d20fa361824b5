import { Modal } from '@mantine/core';
import { Button, Skeleton } from '@balie/web-ui';
import { useCallback, useEffect, useState } from 'react';
import { useT } from '../../app/intl.js';
import { toast } from '../../app/toasts.js';

/** More than this is not read on a screen; the download has all of it. */
const MAX_BYTES = 400_000;

/** The beginning of an answer, without waiting for a file of many megabytes. */
async function firstPart(url: string, signal: AbortSignal): Promise<{ text: string; cut: boolean }> {
  const response = await fetch(url, { signal });
  if (!response.ok || !response.body) throw new Error(String(response.status));
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (let bytes = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return { text: text + decoder.decode(), cut: false };
    bytes += value.length;
    text += decoder.decode(value, { stream: true });
    if (bytes < MAX_BYTES) continue;
    await reader.cancel();
    return { text, cut: true };
  }
}

/** The source of a message as it came: headers, parts and all. */
export function SourceDialog({ url, title, onClose }: { url: string; title?: string; onClose: () => void }) {
  const t = useT();
  const name = title ?? t('thread.sourceTitle');
  const [shown, setShown] = useState<{ text: string; cut: boolean } | 'failed' | null>(null);
  const load = useCallback(() => {
    const stop = new AbortController();
    firstPart(url, stop.signal).then(setShown, () => {
      if (!stop.signal.aborted) setShown('failed');
    });
    return () => stop.abort();
  }, [url]);
  useEffect(load, [load]);
  const copy = (text: string) => {
    void navigator.clipboard.writeText(text);
    toast(t('copied'));
  };
  return (
    <Modal opened onClose={onClose} size="xl" title={name}>
      {shown === null && <Skeleton label={t('loading')} lines={8} />}
      {shown === 'failed' && (
        <p className="alert" role="alert">
          {t('failed.part')}
        </p>
      )}
      {shown !== null && shown !== 'failed' && (
        <>
          <pre className="source" tabIndex={0} aria-label={name}>
            {shown.text}
          </pre>
          {shown.cut && <p className="help">{t('thread.sourceCut')}</p>}
        </>
      )}
      <div className="row-actions">
        <a className="btn" href={url} download>
          {t('thread.source')}
        </a>
        {shown !== null && shown !== 'failed' && <Button onClick={() => copy(shown.text)}>{t('copy')}</Button>}
      </div>
    </Modal>
  );
}
