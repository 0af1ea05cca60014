import { describe, expect, it } from "vitest";
import { strings } from "~/i18n/strings";
import { ErrorPage, errorTitle } from "~/ui/error-page";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { SiteFooter } from "~/ui/site-footer";
import { SiteHeader } from "~/ui/site-header";
import { siteIdentityOf } from "~/ui/site-identity";
import { StatementPage } from "~/ui/statement-page";
import { markup, missingIds, tag, text } from "./rendering";

describe("the head of every page", () => {
  it("switches language and elder mode by plain links that keep the address", () => {
    const html = markup(<SiteHeader name="议事厅" path="/consultations?q=%E7%94%B5%E6%A2%AF&page=2" isElder={false} />);
    expect(tag(html, "a", "lang=en")).toContain('href="/consultations?q=%E7%94%B5%E6%A2%AF&amp;page=2&amp;lang=en"');
    expect(tag(html, "a", "elder=1")).toContain("/consultations?");
  });

  it("offers the way back from English and from elder mode", () => {
    const html = markup(<SiteHeader name="Yishiting" path="/" isElder />, "en");
    expect(tag(html, "a", "lang=zh-CN")).toContain('lang="zh-CN"');
    expect(html).toContain("?elder=0");
    expect(text(html)).toContain("Standard text");
  });

  it("marks where one is, and leads to the desk and to one's own items for everyone alike", () => {
    const html = markup(<SiteHeader name="议事厅" path="/consultations/a/outcome" isElder={false} />);
    expect(tag(html, "a", 'href="/consultations"')).toContain('aria-current="true"');
    expect(tag(html, "a", 'href="/desk"')).not.toContain("aria-current");
    expect(tag(html, "a", 'href="/me"')).toBeTruthy();
  });
});

describe("the foot of every page", () => {
  it("names whoever answers for the site, from its settings", () => {
    const identity = siteIdentityOf(
      { "site.name": "某区议事厅", "site.icp": "粤ICP备1号", "site.name.en": "Hall" },
      "zh-CN",
    );
    const words = text(markup(<SiteFooter identity={identity} address="/consultations" />));
    expect(words).toContain("某区议事厅");
    expect(words).toContain("ICP备案 粤ICP备1号");
    expect(words).not.toContain("网站标识码");
    expect(siteIdentityOf({ "site.name": "某区议事厅", "site.name.en": "Hall" }, "en").name).toBe("Hall");
  });

  it("never shows a record number in the demonstration, which has none", () => {
    const identity = siteIdentityOf({}, "zh-CN");
    expect(identity.name).toContain("演示");
    expect([identity.icp, identity.police, identity.siteCode]).toEqual([undefined, undefined, undefined]);
  });
});

describe("a page", () => {
  it("has one first-level heading and its place in the site", () => {
    const html = markup(<Page title="隐私说明" breadcrumbs={[{ label: "隐私说明" }]} />);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(text(html)).toBe("首页隐私说明隐私说明");
    expect(tag(html, "span", "aria-current")).toContain('aria-current="page"');
  });

  it("has a title that ends with the site's name and stays out of search engines when asked to", () => {
    const matches = [{ id: "root", data: { language: "en", identity: { name: "Hall" } } }];
    expect(pageMeta(matches, ({ site }) => ({ title: site.nav.track, hidden: true }))).toEqual([
      { title: "Track · Hall" },
      { name: "robots", content: "noindex" },
    ]);
  });
});

describe("what cannot be shown", () => {
  it.each([403, 404, 429, 500])("has a quiet page with a way on for %i", (status) => {
    for (const language of ["zh-CN", "en"] as const) {
      const html = markup(<ErrorPage status={status} />, language);
      expect(html.replaceAll("<wbr/>", "")).toContain(`<h1>${errorTitle(status, strings(language))}</h1>`);
      expect(html).toContain('href="/consultations"');
    }
  });

  it("tells nothing of the fault itself", () => {
    expect(text(markup(<ErrorPage status={503} />))).toContain("问题出在我们这边");
    expect(text(markup(<ErrorPage status={405} />))).toContain("没有完成");
  });
});

describe("the site's statements about itself", () => {
  it.each(["zh-CN", "en"] as const)("can be read in %s, with every part under its heading", (language) => {
    for (const name of ["privacy", "accessibility"] as const) {
      const statement = strings(language)[name];
      const html = markup(<StatementPage statement={statement} contact="020-0000 0000" />, language);
      expect(missingIds(html)).toEqual([]);
      for (const section of statement.sections) expect(text(html)).toContain(section.title);
      expect(text(html)).toContain("020-0000 0000");
    }
  });

  it("says what the law asks for before anything is collected", () => {
    const words = text(markup(<StatementPage statement={strings("zh-CN").privacy} />));
    for (const article of ["第十七条", "第二十五条", "第三十五条", "第四十四条", "第四十七条"])
      expect(words).toContain(article);
  });
});
