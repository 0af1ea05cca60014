import type { TermKind } from "~/reviews/screened-term";

/** Words that official texts often get wrong, two that want a second look, and a name with its title (invented). */
export const demonstrationTerms: { kind: TermKind; text: string }[] = [
  {
    kind: "wrong",
    text: [
      "按装 安装",
      "帐户 账户",
      "帐号 账号",
      "报导 报道",
      "凑和 凑合",
      "渡假 度假",
      "既使 即使",
      "截止目前 截至目前",
      "决不允许 绝不允许",
      "登陆网站 登录网站",
      "座落 坐落",
      "再接再励 再接再厉",
      "迫不急待 迫不及待",
      "一如继往 一如既往",
      "按步就班 按部就班",
    ].join("\n"),
  },
  { kind: "sensitive", text: "内部资料\n不予公开" },
  { kind: "title", text: "江海澜 区长江海澜" },
];
