import type { Reason } from "~/platform/refusal";
import type { Right, Role } from "./actor";

export interface NewAccount {
  username: string;
  name: string;
  password: string;
  rights: Right[];
}

const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 200;
const NAME_MAX = 50;

/** Letters and digits of any script, dot, underscore and hyphen; nothing that a database or a log could stumble over. */
const USERNAME = /^[\p{L}\p{N}._-]{1,64}$/u;

const ADMINISTRATORS: Role[] = ["system_admin", "security_admin", "audit_admin"];

/** One spelling for what people type: full-width letters, capitals and stray blanks are the same name. */
export function normaliseUsername(typed: string): string {
  return typed.normalize("NFKC").trim().toLowerCase();
}

export function isUsername(text: string): boolean {
  return USERNAME.test(text);
}

/**
 * What speaks against the account; [] means go ahead. System, security and audit administrator are three separate
 * people (GB/T 22239-2019, 8.1.7.1: 岗位设置), so no account holds two of these roles.
 */
export function accountReasons({ username, name, password, rights }: NewAccount): Reason[] {
  const administers = new Set(rights.map(({ role }) => role).filter((role) => ADMINISTRATORS.includes(role)));
  const length = [...password].length;
  return [
    ...when(!isUsername(username), { code: "username_malformed", field: "username" }),
    ...when(!name.trim(), { code: "required", field: "name" }),
    ...when([...name].length > NAME_MAX, { code: "too_long", field: "name", params: { maximum: NAME_MAX } }),
    ...when(length < PASSWORD_MIN, { code: "too_short", field: "password", params: { minimum: PASSWORD_MIN } }),
    ...when(length > PASSWORD_MAX, { code: "too_long", field: "password", params: { maximum: PASSWORD_MAX } }),
    ...when(administers.size > 1, { code: "administrators_separate", field: "rights" }),
  ];
}

function when(applies: boolean, reason: Reason): Reason[] {
  return applies ? [reason] : [];
}
