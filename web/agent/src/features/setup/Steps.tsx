import { useT } from '../../app/intl.js';

const COUNT = 3;

/** Where in the first run we are. */
export function Steps({ current }: { current: number }) {
  const t = useT();
  return (
    <div className="steps">
      <span className="meta">{t('setup.step', { n: current, of: COUNT })}</span>
      <span className="step-bars" aria-hidden>
        {Array.from({ length: COUNT }, (_, index) => (
          <span key={index} data-done={index < current} />
        ))}
      </span>
    </div>
  );
}
