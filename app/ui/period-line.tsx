interface PeriodLineProps {
  /** Days from the first to the last, both counted. */
  total: number;
  /** Whole days gone. */
  passed: number;
}

/** A period as a piece of the thread: how far along its days are. The clock beside it says the same in words. */
export function PeriodLine({ total, passed }: PeriodLineProps) {
  const at = `${Math.round((Math.min(Math.max(passed, 0), total) / total) * 1000) / 10}%`;
  return (
    <svg className="period-line" height="16" aria-hidden="true" focusable="false">
      <line x1="0" x2="100%" y1="8" y2="8" className="period-ahead" />
      <line x1="0" x2={at} y1="8" y2="8" className="period-gone" />
      <rect x="0" y="3" width="10" height="10" className="period-start" />
      <circle cx={at} cy="8" r="7" className="period-now" />
      <line x1="100%" x2="100%" y1="1" y2="15" className="period-end" />
    </svg>
  );
}
