/** Drawings that differ without colour: in print, on a grey screen, for whoever sees no colours. */
const DRAWINGS = [
  <path key="full" d="M0 0h8v8h-8z" />,
  <path key="rising" d="M-2 2l4-4M0 8l8-8M6 10l4-4" className="chart-stroke" />,
  <path key="empty" d="" />,
  <path key="dots" d="M2 2h2v2h-2zM6 6h2v2h-2z" />,
  <path key="level" d="M0 2h8M0 6h8" className="chart-stroke" />,
  <path key="upright" d="M2 0v8M6 0v8" className="chart-stroke" />,
  <path key="crossed" d="M0 4h8M4 0v8" className="chart-stroke" />,
  <path key="falling" d="M-2 6l4 4M0 0l8 8M6 -2l4 4" className="chart-stroke" />,
];

export function Patterns({ id }: { id: string }) {
  return (
    <defs>
      {DRAWINGS.map((drawing, index) => (
        <pattern
          key={index}
          id={`${id}-pattern-${index + 1}`}
          width="8"
          height="8"
          patternUnits="userSpaceOnUse"
          className="chart-ink"
        >
          <path d="M0 0h8v8h-8z" className="chart-ground" />
          {drawing}
        </pattern>
      ))}
    </defs>
  );
}

export function patternOf(id: string, position: number): string {
  return `url(#${id}-pattern-${position})`;
}
