/** The bar above every staff page. */
export const deskBar = {
  places: "工作台各部分",
  home: "待办",
  consultations: "征求意见事项",
  media: "音视频和图片",
  interviews: "在线访谈",
  messages: "网民留言",
  policies: "政策文件与解读",
  nominations: "优秀案例推荐",
  rounds: "案例评选",
  notices: "通知和待电话告知",
  attributes: "公开属性",
  quality: "公开质量检查",
  words: "错敏词表",
  calendar: "工作日历",
  deputies: "AB角和移交",
  deputyOf: (name: string, principals: string) => `${name}（今日代理：${principals}）`,
};
