import { useEffect, useRef, useState } from 'react';
import { useT } from '../../app/intl.js';
import '../../styles/items.css';
import type { Field, Values } from './schema.js';
import { at } from '../../lib/site.js';

/** Who types is not followed letter by letter. */
const PAUSE_MS = 400;

interface PreviewProps {
  field: Field;
  /** What is filled in now, as it would be sent. */
  settings: Values;
  /** The page of the route with these settings; null when the plugin can make none of them yet. */
  ask: (route: string, settings: Values) => Promise<string | null>;
}

/** What end users will see, made by the plugin out of what is not kept yet, in a frame that can reach nothing of ours (architecture 2.3.11). */
export function Preview({ field, settings, ask }: PreviewProps) {
  const t = useT();
  const frame = useRef<HTMLIFrameElement>(null);
  const [ready, setReady] = useState(false);
  const [page, setPage] = useState<string | null>(null);
  const [waits, setWaits] = useState(false);
  const asked = JSON.stringify(settings);
  useEffect(() => {
    let current = true;
    const show = async () => {
      const next = await ask(String(field.schema['x-preview']), JSON.parse(asked) as Values);
      if (!current) return;
      setWaits(next === null);
      if (next !== null) setPage(next);
    };
    const timer = setTimeout(() => void show(), PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
    // The settings as they are written down: the same ones are not asked for again.
  }, [asked, field]);
  useEffect(() => {
    const hear = (event: MessageEvent<{ frame?: string } | null>) => {
      if (event.source === frame.current?.contentWindow && event.data?.frame === 'ready') setReady(true);
    };
    window.addEventListener('message', hear);
    return () => window.removeEventListener('message', hear);
  }, []);
  useEffect(() => {
    // The frame has no origin that could be named.
    if (ready && page !== null) frame.current?.contentWindow?.postMessage({ page, title: field.title }, '*');
  }, [ready, page, field.title]);
  return (
    <section className="preview" aria-label={field.title}>
      <p className="preview-head">
        <b>{field.title}</b>
        <span className="help" role="status">
          {waits ? t('preview.waits') : field.help}
        </span>
      </p>
      <iframe ref={frame} src={at('/p/frame')} title={field.title} sandbox="allow-scripts allow-forms" />
    </section>
  );
}
