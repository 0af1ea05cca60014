import { plainDateOf } from "~/calendar/plain-date";
import { HOUSING, openingSteps, type Cast, type Step } from "./story";

/** A small new draft, open from today: the demonstration always has something to comment on. */
export function freshDraftSteps(now: Date, cast: Cast): Step[] {
  return openingSteps(now, cast, {
    slug: `community-garden-${plainDateOf(now)}`,
    unit: "housing-construction",
    staff: HOUSING,
    opens: 0,
    closes: 30,
    fields: {
      title: "社区口袋公园管理办法（演示征求意见）",
      titleEn: "Rules for pocket parks (demonstration)",
      summary: "明确口袋公园的开放时间、养护责任和居民参与办法。",
      decisionKind: "normative_document",
      explanatoryNote: "口袋公园已陆续建成，需要明确由谁养护、怎样开放。本文为演示材料。",
      legalBasis: "《城市绿化条例》第二十五条。",
    },
    draft: `# 社区口袋公园管理办法

## 第一条 开放

口袋公园全天开放。夜间保留必要照明，二十二时后关闭音响设备。

## 第二条 养护

街道办事处负责日常养护。每季度在现场公布养护单位、电话和费用。

## 第三条 参与

居民可以认养花木。认养办法由居民委员会组织讨论后公布。

## 第四条 反映问题

发现设施损坏，可以拨打现场公布的电话。养护单位应当在三个工作日内处理。
`,
  });
}
