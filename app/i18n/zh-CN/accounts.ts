/** Signing in and out, as everyone may read it. */
export const accounts = {
  signIn: {
    title: "登录",
    description: "工作人员和已有账户的公众从这里登录。",
    lead: "提意见、查进度都不需要登录：凭查询码就可以。工作人员和已有账户的公众从这里登录。",
    username: "用户名",
    password: "密码",
    submit: "登录",
    without: {
      title: "不登录也能办的事",
      comment: "对正在征求意见的草案提意见",
      track: "凭查询码查询进度和答复",
    },
    shared: "在公用电脑上，用完请退出登录。关闭浏览器、两小时没有操作或登录满十二小时，登录自动失效。",
    already: (name: string) => `目前以“${name}”的身份登录。`,
  },
  signOut: "退出登录",
  /** Beside an act in a history: who did it, and in whose place. */
  deputyOf: (name: string, principals: string) => `${name}（代${principals}办理）`,
  /** The one unit of an empty site, until the others are entered. */
  firstUnit: "政务公开办公室",
};

export type AccountStrings = typeof accounts;
