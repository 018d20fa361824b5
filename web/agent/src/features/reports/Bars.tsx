import { useNumbers } from './useNumbers.js';

/** What is drawn: a bar for each day, null for none. */
export interface Series {
  name: string;
  values: readonly (number | null)[];
}

interface BarsProps {
  title: string;
  /** Says where the numbers stand, to who can't see the bars. */
  told: string;
  days: readonly string[];
  series: readonly Series[];
  format: (value: number) => string;
}

/** Units of the drawing: it is stretched to the room that there is. */
const DAY = 10;
const HEIGHT = 100;
const GAP = 1;

/** Bars by day. The numbers are read in the table below; pointed at, a day tells its own. */
export function Bars({ title, told, days, series, format }: BarsProps) {
  const { day, fullDay } = useNumbers();
  const most = Math.max(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const width = (DAY - 2 * GAP) / series.length;
  const height = (value: number | null | undefined) => (most === 0 ? 0 : ((value ?? 0) / most) * HEIGHT);
  const tip = (index: number, date: string) =>
    [fullDay(date), ...series.map(({ name, values }) => `${name}: ${inWords(values[index], format)}`)].join('\n');
  return (
    <figure className="bars">
      <figcaption>
        <h2>{title}</h2>
        {series.length > 1 && (
          <span className="bars-legend">
            {series.map(({ name }, index) => (
              <span key={name} data-series={index}>
                {name}
              </span>
            ))}
          </span>
        )}
      </figcaption>
      <div className="bars-plot">
        <span className="meta" aria-hidden>
          {format(most)}
        </span>
        <svg
          viewBox={`0 0 ${Math.max(1, days.length) * DAY} ${HEIGHT}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={`${title}. ${told}`}
        >
          {days.map((date, index) => (
            <g key={date} className="bars-day">
              <title>{tip(index, date)}</title>
              <rect x={index * DAY} y={0} width={DAY} height={HEIGHT} className="bars-room" />
              {series.map(({ name, values }, at) => (
                <rect
                  key={name}
                  data-series={at}
                  x={index * DAY + GAP + at * width}
                  y={HEIGHT - height(values[index])}
                  width={width}
                  height={height(values[index])}
                />
              ))}
            </g>
          ))}
        </svg>
        <span className="bars-ends meta" aria-hidden>
          <span>{day(days[0] ?? '')}</span>
          {days.length > 1 && <span>{day(days.at(-1) ?? '')}</span>}
        </span>
      </div>
    </figure>
  );
}

const inWords = (value: number | null | undefined, format: (value: number) => string): string =>
  value === null || value === undefined ? '–' : format(value);
