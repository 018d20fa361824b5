import { Button } from '@balie/web-ui';
import { useComputedColorScheme } from '@mantine/core';
import { IconPhotoOff } from '@tabler/icons-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useT } from '../../app/intl.js';
import { hasRemotePictures, saysColours, wearAppColours } from './mailPage.js';
import { PlainText } from './PlainText.js';

const MAX_HEIGHT = 20_000;
/** A page whose height follows the frame's would grow without end. */
const MAX_STEPS = 40;

interface FrameProps {
  url: string;
  title: string;
  text: string;
  /** Written by us: it takes the colours of the app where it names none itself (ux U23). */
  ours: boolean;
}

/**
 * The sanitised page of a mail, in a frame without scripts and with its own policy (ux 3.6.8).
 * Until it is there the plain text is shown, so that nothing jumps from empty. Pictures from elsewhere are loaded only when the
 * reader asks for it, through the server, so that the sender learns nothing of him (R-HTM-2).
 */
export function MailFrame({ url, title, text, ours }: FrameProps) {
  const t = useT();
  const scheme = useComputedColorScheme('light');
  const frame = useRef<HTMLIFrameElement>(null);
  const observer = useRef<ResizeObserver>(null);
  const steps = useRef(0);
  const [height, setHeight] = useState(0);
  const [held, setHeld] = useState(false);
  const [pictures, setPictures] = useState(false);
  const [paper, setPaper] = useState(true);
  const dress = useCallback(() => {
    const page = frame.current?.contentDocument;
    // Before its page is there, the frame holds an empty one under our own policy, which takes no styles.
    if (!page?.body || page.URL === 'about:blank' || !ours || saysColours(page)) return;
    wearAppColours(page, scheme);
    setPaper(false);
  }, [ours, scheme]);
  const onLoad = () => {
    const page = frame.current?.contentDocument;
    if (!page?.body) return;
    // The card has its own padding; the outer margins of the mail's first and last part would only add to it.
    (page.body.firstElementChild as HTMLElement | null)?.style.setProperty('margin-top', '0');
    (page.body.lastElementChild as HTMLElement | null)?.style.setProperty('margin-bottom', '0');
    setHeld(hasRemotePictures(page));
    dress();
    const measure = () => {
      // The root's own height takes in margins that stick out of the body, and does not follow the frame's.
      const next = Math.min(MAX_HEIGHT, Math.ceil(page.documentElement.getBoundingClientRect().height));
      if (next > 0 && steps.current++ < MAX_STEPS) setHeight(next);
    };
    steps.current = 0;
    observer.current?.disconnect();
    observer.current = new ResizeObserver(measure);
    observer.current.observe(page.documentElement);
    measure();
  };
  useEffect(dress, [dress]);
  useEffect(() => () => observer.current?.disconnect(), []);
  return (
    <>
      {held && (
        <p className="held" role="status">
          <IconPhotoOff size={16} aria-hidden />
          <span>{t(pictures ? 'pictures.failed' : 'pictures.held')}</span>
          {!pictures && (
            <Button look="quiet" onClick={() => setPictures(true)}>
              {t('pictures.load')}
            </Button>
          )}
        </p>
      )}
      {height === 0 && <PlainText text={text} />}
      <iframe
        ref={frame}
        className="mail"
        src={pictures ? `${url}?pictures=1` : url}
        title={title}
        sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
        referrerPolicy="no-referrer"
        loading="eager"
        data-ready={height > 0}
        data-paper={paper}
        style={{ height: height || 1 }}
        onLoad={onLoad}
      />
    </>
  );
}
