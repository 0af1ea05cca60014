/** What the sender says came of it: 已解决, 承诺办理, 未解决. */
export const RESULTS = ["solved", "promised", "not_solved"] as const;
export type Result = (typeof RESULTS)[number];
