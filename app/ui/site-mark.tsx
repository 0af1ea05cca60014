/** The kapok, the city's flower: five petals, as in the favicon. */
export function SiteMark() {
  return (
    <svg className="site-mark" viewBox="0 0 40 40" width="40" height="40" aria-hidden="true" focusable="false">
      {[0, 72, 144, 216, 288].map((angle) => (
        <path
          key={angle}
          d="M20 18.4C15.6 14.8 14.2 8.6 17 3.4 18.6 2.2 21.4 2.2 23 3.4 25.8 8.6 24.4 14.8 20 18.4Z"
          transform={`rotate(${angle} 20 20)`}
        />
      ))}
    </svg>
  );
}
