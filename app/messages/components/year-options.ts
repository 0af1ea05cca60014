/** The years to choose from, and among them always the one that is shown. */
export function yearOptions(years: number[], shown: string): { value: string; label: string }[] {
  const all = new Set([...years, Number(shown)]);
  return [...all].sort((one, other) => other - one).map((year) => ({ value: String(year), label: String(year) }));
}
