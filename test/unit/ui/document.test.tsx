import { describe, expect, it } from "vitest";
import { ClauseText } from "~/ui/clause-text";
import { DiffText } from "~/ui/diff-text";
import { OnlyChinese, OnlyChineseNote } from "~/ui/only-chinese";
import { Quote } from "~/ui/quote";
import { Thread, ThreadCounts, ThreadLine } from "~/ui/thread";
import { markup, tag, text } from "./rendering";

describe("a clause", () => {
  const sentences = ["应当在20个工作日内加载。", "未加载的，发出整改通知书。"];

  it("has a permanent link, and every sentence its own anchor", () => {
    const html = markup(<ClauseText id="c3" number="第三条" heading="主动公开" sentences={sentences} />);
    expect(tag(html, "div", 'id="c3"')).toBeTruthy();
    expect(tag(html, "a")).toContain('href="#c3"');
    expect(tag(html, "span", 'id="c3-s2"')).toBeTruthy();
  });

  it("keeps its text whole, to be copied as it is", () => {
    const html = markup(<ClauseText id="c3" sentences={sentences} />);
    expect(text(html)).toBe(sentences.join(""));
  });

  it("marks the sentences that a comment means", () => {
    const html = markup(<ClauseText id="c3" sentences={sentences} marked={[2]} />);
    expect(html).toContain(`<mark id="c3-s2">${sentences[1]}</mark>`);
  });

  it("shows markup in a draft as text", () => {
    expect(markup(<ClauseText id="c3" sentences={["<img src=x onerror=alert(1)>"]} />)).not.toContain("<img");
  });
});

describe("a comparison", () => {
  it("says what was added and removed to those who see no colour", () => {
    const html = markup(
      <DiffText
        parts={[
          { kind: "same", text: "应当" },
          { kind: "added", text: "在5日内" },
          { kind: "removed", text: "及时" },
        ]}
      />,
    );
    expect(text(html)).toBe("应当[新增]在5日内[删去]及时");
    expect(html).toContain("<ins>");
    expect(html).toContain("<del>");
    expect(html).toContain("＋");
  });
});

describe("the thread", () => {
  it("goes from the clause to what became of it, and tells what is still to come", () => {
    const html = markup(
      <Thread
        knots={[
          { kind: "clause", title: "第三条" },
          { kind: "comment", title: "意见 127", isHere: true },
          { kind: "answer", title: "答复", isWaiting: true },
        ]}
      />,
    );
    expect(text(html)).toBe("条文 第三条意见 意见 127答复 答复尚待");
    expect(tag(html, "li", "knot-comment")).toContain('aria-current="true"');
    expect(tag(html, "ol")).toContain('aria-label="脉络"');
  });

  it("can be read as one line of words, without shapes and colours", () => {
    const html = markup(
      <ThreadLine
        ties={[
          { kind: "clause", title: "第三条", href: "#c3" },
          { kind: "comment", title: "第 4 号", isHere: true },
          { kind: "answer", title: null, isWaiting: true },
        ]}
      />,
    );
    expect(text(html)).toBe("条文 第三条意见 第 4 号答复  尚待");
    expect(tag(html, "li", "tie-comment")).toContain('aria-current="true"');
    expect(tag(html, "ol")).toContain('aria-label="脉络"');
  });

  it("fits in one line of counts, with a link only where there is something to see", () => {
    const html = markup(
      <ThreadCounts
        counts={[
          { kind: "comment", count: 1200, href: "#comments" },
          { kind: "change", count: 0, href: "#changes" },
        ]}
      />,
    );
    expect(text(html)).toBe("1,200 条意见0 处修改");
    expect(html.match(/<a /g)).toHaveLength(1);
  });
});

describe("other people's words", () => {
  it("carry their own direction and cannot turn the page around", () => {
    expect(tag(markup(<Quote source="居民">‮abc</Quote>), "blockquote")).toContain('dir="auto"');
  });

  it("are marked as Chinese for English readers, and said to be so", () => {
    const html = markup(<OnlyChinese>正文</OnlyChinese>, "en");
    expect(html).toContain('<div lang="zh-CN">正文</div>');
    expect(text(markup(<OnlyChineseNote />, "en"))).toContain("exists only in Chinese");
    expect(markup(<OnlyChineseNote />)).toBe("");
    expect(markup(<OnlyChinese>正文</OnlyChinese>)).toBe("正文");
  });
});
