import { deskNominations } from "~/i18n/zh-CN/desk-nominations";
import { readRound } from "../round";

/** 2026年上半年, for the round of this key. */
export function nameOf(key: string): string {
  const round = readRound(key);
  return round ? deskNominations.roundName(round.year, round.half) : key;
}
