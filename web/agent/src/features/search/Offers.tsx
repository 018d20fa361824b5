import { useLocale, useT } from '../../app/intl.js';
import { offersFor } from './offers.js';
import type { Known } from './operators.js';

interface OffersProps {
  typed: string;
  known: Known;
  onPick: (text: string) => void;
}

/** Operators as chips under the field while somebody types there (ux R6). */
export function Offers({ typed, known, onPick }: OffersProps) {
  const t = useT();
  const { locale } = useLocale();
  const offers = offersFor(typed, locale === 'nl' ? 'nl' : 'en', known);
  if (offers.length === 0) return null;
  return (
    <div className="offers" role="group" aria-label={t('find.offers')}>
      {offers.map(({ label, text }) => (
        // The field keeps its place in the text.
        <button
          key={label}
          type="button"
          className="chip"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(text)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
