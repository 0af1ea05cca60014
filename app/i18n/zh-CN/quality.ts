/** 公开页面上关于重新解读的文字。 */
export const quality = {
  reinterpretation: {
    runningTitle: "这份文件正在重新解读",
    running: (ordered: string, due: string) => `区政务公开办于${ordered}请起草单位重新解读，应当在${due}以前完成。`,
    provisional: "期限按目前的工作日历计算，为暂定。",
    late: (due: string) => `原定${due}以前完成，已经超期。`,
    metTitle: "这份文件已经重新解读",
    met: (ordered: string, ended: string) => `区政务公开办于${ordered}请起草单位重新解读，${ended}复查合格。`,
    notMetTitle: "这份文件的解读还要改进",
    notMet: (ordered: string, ended: string) =>
      `区政务公开办于${ordered}请起草单位重新解读，${ended}复查还没有达到要求。`,
  },
};

export type QualityStrings = typeof quality;
