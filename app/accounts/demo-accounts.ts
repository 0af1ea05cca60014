import type { Right, Role } from "./actor";

export interface DemoAccount {
  username: string;
  name: string;
  rights: Right[];
}

/** The people of the demonstration. All have the one password that is printed at the start. */
export const DEMO_ACCOUNTS: DemoAccount[] = [
  { username: "resident", name: "何晓岚（演示）", rights: [] },
  ...unitStaff("housing", "housing-construction", ["林嘉敏（演示）", "周启明（演示）", "梁文海（演示）"]),
  ...unitStaff("justice", "justice", ["陈思远（演示）", "黄婉仪（演示）", "罗志坚（演示）"]),
  { username: "office", name: "区公开办经办（演示）", rights: inOffice("handling_officer", "supervisor") },
  { username: "office2", name: "区公开办审核（演示）", rights: inOffice("reviewer", "supervisor") },
  { username: "leader", name: "分管区领导（演示）", rights: inOffice("approver", "leader") },
  { username: "admin", name: "系统管理员（演示）", rights: inOffice("system_admin") },
  { username: "security", name: "安全管理员（演示）", rights: inOffice("security_admin") },
  { username: "audit", name: "审计管理员（演示）", rights: inOffice("audit_admin") },
];

function unitStaff(
  shortName: string,
  unit: string,
  [handler, reviewer, approver]: [string, string, string],
): DemoAccount[] {
  return [
    { username: `handler.${shortName}`, name: handler, rights: [{ role: "handling_officer", unit }] },
    { username: `reviewer.${shortName}`, name: reviewer, rights: [{ role: "reviewer", unit }] },
    { username: `approver.${shortName}`, name: approver, rights: [{ role: "approver", unit }] },
  ];
}

function inOffice(...roles: Role[]): Right[] {
  return roles.map((role) => ({ role, unit: "office" }));
}
