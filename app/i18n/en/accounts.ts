import type { AccountStrings } from "../zh-CN/accounts";

export const accounts: AccountStrings = {
  signIn: {
    title: "Sign in",
    description: "For staff, and for members of the public who have an account.",
    lead: "You do not need to sign in to comment or to follow a comment: the receipt code is enough. Staff, and members of the public who have an account, sign in here.",
    username: "Username",
    password: "Password",
    submit: "Sign in",
    without: {
      title: "What you can do without signing in",
      comment: "Comment on a draft that is open",
      track: "Follow your comment with its receipt code",
    },
    shared:
      "On a shared computer, sign out when you are done. A session also ends when the browser is closed, after two hours without use, and twelve hours after signing in.",
    already: (name) => `You are signed in as “${name}”.`,
  },
  signOut: "Sign out",
  deputyOf: (name: string, principals: string) => `${name} (deputy of ${principals})`,
  firstUnit: "Open-Government Office",
};
