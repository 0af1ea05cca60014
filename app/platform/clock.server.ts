import { env } from "./env.server";

/** The domain's clock. Sessions, throttles and timers use the real one. */
export interface Clock {
  now(): Date;
}

const REAL: Clock = { now: () => new Date() };

/**
 * Makes the clock that NOW asks for: an instant to start from and run on, `=` before it to stand still, `+P30D` to
 * shift. It never runs behind `notBefore`, the instant of the last timeline event, because history is not back-dated.
 */
export function makeClock(setting: string | undefined, notBefore: Date | null = null): Clock {
  const floor = notBefore?.getTime() ?? Number.NEGATIVE_INFINITY;
  if (!setting) return atLeast(REAL, floor);
  const shift = /^([+-])P(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})S)?)?$/.exec(setting);
  if (shift) {
    const [, sign, days = "0", hours = "0", minutes = "0", seconds = "0"] = shift;
    const seconds_ = ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds);
    return running((sign === "-" ? -1 : 1) * seconds_ * 1000, floor);
  }
  const still = setting.startsWith("=");
  const start = Date.parse(still ? setting.slice(1) : setting);
  if (Number.isNaN(start)) throw new Error(`NOW: cannot read ${setting}`);
  if (still) return { now: () => new Date(Math.max(start, floor)) };
  return running(Math.max(start, floor) - Date.now(), floor);
}

function running(offset: number, floor: number): Clock {
  return atLeast({ now: () => new Date(Date.now() + offset) }, floor);
}

function atLeast(clock: Clock, floor: number): Clock {
  return { now: () => (clock.now().getTime() >= floor ? clock.now() : new Date(floor)) };
}

let clock: Clock | undefined;

export function getClock(): Clock {
  return (clock ??= makeClock(env().NOW));
}

export function setClock(next: Clock): void {
  clock = next;
}
