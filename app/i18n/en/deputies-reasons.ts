import type { DeputiesReasonStrings } from "../zh-CN/deputies-reasons";

export const deputiesReasons: DeputiesReasonStrings = {
  deputy_is_principal: "Nobody can be their own deputy.",
  deputy_arranges_own_rights:
    "Nobody arranges rights for themselves. Ask the principal, the approver or the security administrator.",
  deputy_of_other_unit: "The deputy does not work in the principal's unit. Choose somebody else.",
  deputy_from_past: "A deputy cannot stand in for days gone by; the first day is today ({today}) at the earliest.",
  deputy_ends_before_start: "The last day is before the first. Check both.",
  deputy_too_long: "A deputy stands in for at most {maximum} days, until {last} at the latest.",
  deputy_arranged_before: "The principal has a deputy from {from} to {until}. End that first, or choose other days.",
  deputy_over: "This arrangement is over already.",
  absence_days_invalid: "Enter a whole number from 1 to 60.",
};
