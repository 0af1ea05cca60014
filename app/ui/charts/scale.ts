/** A quantity of a chart: counted from zero. Anything else is a mistake of whoever asks for the chart. */
export function checked(value: number): number {
  if (!Number.isFinite(value) || value < 0) throw new RangeError(`Not a quantity: ${value}`);
  return value;
}

/** Part of the whole in percent, to two digits; nothing of nothing is nothing. */
export function percent(value: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((value / whole) * 10_000) / 100;
}

/** The largest of them; zero of none. Not by spreading, because there may be very many. */
export function largest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), 0);
}
