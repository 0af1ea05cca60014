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
  ...unitStaff("urban", "urban-management", ["郑伟明（演示）", "苏丽华（演示）"]),
  ...unitStaff("education", "education", ["叶文静（演示）", "邱国栋（演示）"]),
  ...unitStaff("chigang", "chigang-street", ["冯志豪（演示）", "谭月好（演示）"]),
  { username: "office", name: "区公开办经办（演示）", rights: inOffice("handling_officer", "supervisor") },
  { username: "office2", name: "区公开办审核（演示）", rights: inOffice("reviewer", "supervisor") },
  { username: "leader", name: "分管区领导（演示）", rights: inOffice("approver", "leader") },
  { username: "admin", name: "系统管理员（演示）", rights: inOffice("system_admin") },
  { username: "security", name: "安全管理员（演示）", rights: inOffice("security_admin") },
  { username: "audit", name: "审计管理员（演示）", rights: inOffice("audit_admin") },
];

/** Who handles, who reviews, and who signs: of a unit that only answers messages, two people suffice. */
function unitStaff(shortName: string, unit: string, names: [string, string, string?]): DemoAccount[] {
  const posts = [
    ["handler", "handling_officer"],
    ["reviewer", "reviewer"],
    ["approver", "approver"],
  ] as const;
  return posts.flatMap(([post, role], index) => {
    const name = names[index];
    return name ? [{ username: `${post}.${shortName}`, name, rights: [{ role, unit }] }] : [];
  });
}

function inOffice(...roles: Role[]): Right[] {
  return roles.map((role) => ({ role, unit: "office" }));
}
