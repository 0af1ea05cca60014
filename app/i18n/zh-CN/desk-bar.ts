/** The bar above every staff page. */
export const deskBar = {
  places: "工作台各部分",
  home: "待办",
  consultations: "征求意见事项",
  media: "音视频和图片",
  notices: "通知和待电话告知",
  words: "错敏词表",
  calendar: "工作日历",
};
