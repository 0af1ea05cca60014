import type { AccountsReasonStrings } from "../zh-CN/accounts-reasons";

export const accountsReasons: AccountsReasonStrings = {
  sign_in_failed: "The username or the password is not right. Check both and try again.",
  sign_in_throttled: ({ minutes }) =>
    `Too many failed attempts. Try again in about ${minutes === 1 ? "a minute" : `${minutes} minutes`}.`,
  username_malformed: "A username has letters, digits, dots, underscores and hyphens, up to 64 of them.",
  username_taken: "This username is taken.",
  unit_unknown: "There is no such unit.",
  administrators_separate: "The system, security and audit administrators must be three different people.",
};
