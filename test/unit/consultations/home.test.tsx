import { describe, expect, it } from "vitest";
import { HomePage } from "~/consultations/components/home-page";
import { strings } from "~/i18n/strings";
import { markup, text } from "../ui/rendering";

const FIGURES = {
  asOf: "2026-07-15T12:00:00+08:00",
  total: 0,
  outcomes: { adopted: 0, partly_adopted: 0, not_adopted: 0, explained: 0, referred: 0, out_of_scope: 0 },
};
const NOTHING = { open: { items: [], total: 0 }, recent: [], brought: null, late: [], figures: FIGURES };
const OPEN = {
  slug: "park",
  title: "公园管理办法",
  titleEn: null,
  summary: "",
  summaryEn: null,
  unit: { name: "区住建局", nameEn: "Housing" },
  opensOn: "2026-07-01",
  closesOn: "2026-07-31",
  daysLeft: 16,
  received: 3,
};

describe("the home page", () => {
  it("leads at once to commenting and to tracking", () => {
    const html = markup(<HomePage {...NOTHING} open={{ items: [OPEN], total: 1 }} />);
    const tasks = html.slice(html.indexOf('class="tasks"'), html.indexOf("</nav>"));
    expect(text(tasks)).toContain("1 件草案正在征求意见");
    expect(tasks).toContain('href="/track"');
    expect(html).toContain('class="button button-primary"');
  });

  it("offers no commenting while nothing is open, and says so", () => {
    const html = markup(<HomePage {...NOTHING} />);
    expect(html).not.toContain("state=open");
    expect(text(html)).toContain("现在没有正在征求意见的事项");
  });

  it("shows no heading for policies and messages where there are none, and their rows where there are", () => {
    const { policies, replies } = strings("zh-CN").home;
    const without = text(markup(<HomePage {...NOTHING} />));
    expect(without).not.toContain(policies.title);
    expect(without).not.toContain(replies.title);
    const policy = {
      slug: "lift-subsidy",
      title: "加装电梯补助办法",
      titleEn: null,
      signedOn: "2026-07-10",
      summary: "每台补助十万元。",
      summaryEn: null,
    };
    const facts = { asOf: "2026-07-14", received: 12, replied: 11, late: 1 };
    const withBoth = text(markup(<HomePage {...NOTHING} policies={[policy]} replies={facts} />));
    for (const said of [policies.title, "每台补助十万元。", replies.title, "已经答复11", "超过期限1"])
      expect(withBoth).toContain(said);
  });

  it("draws how far the period is: the fifteenth of thirty-one days", () => {
    const html = markup(<HomePage {...NOTHING} open={{ items: [OPEN], total: 1 }} />);
    expect(html).toContain('cx="45.2%"');
  });
});
