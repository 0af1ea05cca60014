/** Reading a long document: its contents, the size of its letters, choosing sentences of it, and quoting it. */
export const reading = {
  size: "字号",
  sizes: { small: "小", standard: "标准", large: "大", largest: "特大" },
  howToChoose: "点一句话就选中它，再点同一条里的另一句可以连着选；选好后可以写意见，也可以连同出处一起复制。",
  howToCopy: "点一句话就选中它，再点同一条里的另一句可以连着选；选好后可以连同出处一起复制。",
  keys: "按回车键选中这一句，按方向键换一句，按住上档键再按方向键可以连着选，按退出键取消。",
  chosenLabel: "选中的句子",
  chosenOne: (clause: string, sentence: string) => `已选 ${clause} 第 ${sentence} 句`,
  chosenMany: (clause: string, from: string, to: string) => `已选 ${clause} 第 ${from} 至 ${to} 句`,
  plainClause: "这一段",
  fewer: "少选一句",
  more: "多选一句",
  respond: "写意见",
  copy: "复制",
  copyWhy: "连同出处一起复制",
  cancel: "取消",
  copied: "已复制，附有出处",
  notCopied: "没有复制成功，请长按文字自己复制",
  cancelled: "已取消选择",
  citeOne: (clause: string, sentence: string) => `${clause} 第 ${sentence} 句`,
  citeMany: (clause: string, from: string, to: string) => `${clause} 第 ${from} 至 ${to} 句`,
  citation: (words: string, title: string, place: string, url: string, day: string) =>
    `“${words}”\n——《${title}》，${place}，${url}，${day}查阅`,
  moreComments: (count: string) => `这一条的其余 ${count} 条意见`,
};

export type ReadingStrings = typeof reading;
