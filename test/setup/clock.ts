/** The instant that clocks in Shanghai show as this day and time: `at("2026-03-31", "23:59:59")`. */
export function at(day: string, time = "12:00"): Date {
  const instant = new Date(`${day}T${time}+08:00`);
  if (Number.isNaN(instant.getTime())) throw new Error(`Not a day and time: ${day} ${time}`);
  return instant;
}
