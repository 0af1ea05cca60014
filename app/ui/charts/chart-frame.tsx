import type { ReactNode } from "react";
import { useStrings } from "~/i18n/strings";

interface ChartFrameProps {
  /** Unique on the page. */
  id: string;
  title: string;
  /** The picture in words, for whoever does not see it. */
  description: string;
  /** In lines of text, so that it grows with the letters. */
  height: number;
  note?: ReactNode;
  table: ReactNode;
  children: ReactNode;
}

/**
 * A chart with the table behind it. Heights are in lines and widths in percent, so that it fits every screen and size
 * of letters; patterns and labels say what colours say.
 */
export function ChartFrame({ id, title, description, height, note, table, children }: ChartFrameProps) {
  const { charts } = useStrings();
  return (
    <figure className="chart">
      <svg
        role="img"
        aria-labelledby={`${id}-title ${id}-desc`}
        width="100%"
        height={`${height}em`}
        className="chart-picture"
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>{description}</desc>
        {children}
      </svg>
      {note && <p className="hint">{note}</p>}
      <details className="chart-data">
        <summary>{charts.table}</summary>
        {table}
      </details>
    </figure>
  );
}
