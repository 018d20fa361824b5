import { useCallback, useEffect, useRef, useState } from 'react';
import { PlainText } from './PlainText.js';

const MAX_HEIGHT = 20_000;
/** A page whose height follows the frame's would grow without end. */
const MAX_STEPS = 40;

/**
 * The sanitised page of a mail, in a frame without scripts and with its own policy (ux 3.6.8).
 * Until it is there the plain text is shown, so that nothing jumps from empty.
 */
export function MailFrame({ url, title, text }: { url: string; title: string; text: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const observer = useRef<ResizeObserver>(null);
  const steps = useRef(0);
  const [height, setHeight] = useState(0);
  const onLoad = useCallback(() => {
    const page = frame.current?.contentDocument;
    if (!page?.body) return;
    // The card has its own padding; the outer margins of the mail's first and last part would only add to it.
    (page.body.firstElementChild as HTMLElement | null)?.style.setProperty('margin-top', '0');
    (page.body.lastElementChild as HTMLElement | null)?.style.setProperty('margin-bottom', '0');
    const measure = () => {
      // The root's own height takes in margins that stick out of the body, and does not follow the frame's.
      const next = Math.min(MAX_HEIGHT, Math.ceil(page.documentElement.getBoundingClientRect().height));
      if (next > 0 && steps.current++ < MAX_STEPS) setHeight(next);
    };
    observer.current?.disconnect();
    observer.current = new ResizeObserver(measure);
    observer.current.observe(page.documentElement);
    measure();
  }, []);
  useEffect(() => () => observer.current?.disconnect(), []);
  return (
    <>
      {height === 0 && <PlainText text={text} />}
      <iframe
        ref={frame}
        className="mail"
        src={url}
        title={title}
        sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
        referrerPolicy="no-referrer"
        loading="eager"
        data-ready={height > 0}
        style={{ height: height || 1 }}
        onLoad={onLoad}
      />
    </>
  );
}
