// Pages like the product's, with as many elements and bytes, rendered by React and nothing else.
import { createElement as h } from "react";
import { renderToString } from "react-dom/server";

const STANCES = { support: "赞成", oppose: "反对", neutral: "中立" };

export function bareDraft(consultation, clauses, comments) {
  return page(
    consultation.title,
    h("h1", null, consultation.title),
    h("p", null, consultation.summary),
    h("p", null, consultation.explanatoryNote),
    h("p", null, `${consultation.unit} · ${consultation.opensOn} – ${consultation.closesOn}`),
    h(
      "nav",
      null,
      h(
        "ul",
        null,
        clauses.map((clause) => h(Entry, { key: clause.clauseId, clause })),
      ),
    ),
    clauses.map((clause) => h(Clause, { key: clause.clauseId, clause, slug: consultation.slug })),
    comments.map((comment) => h(Comment, { key: comment.number, comment })),
  );
}

export function bareList(items, total, current) {
  return page(
    "征求意见",
    h("h1", null, "征求意见"),
    h("p", null, `${total} · ${current}`),
    h(
      "ul",
      { className: "entries" },
      items.map((item) => h(Item, { key: item.slug, item })),
    ),
  );
}

function page(title, ...content) {
  const head = h("head", null, h("meta", { charSet: "utf-8" }), h("title", null, title));
  const links = ["/", "/consultations", "/track", "/me", "/desk"].map((url) =>
    h("li", { key: url }, h("a", { href: url }, url)),
  );
  const header = h("header", { className: "masthead" }, h("nav", { className: "site-nav" }, h("ul", null, links)));
  const body = h("body", null, header, h("main", { id: "main" }, ...content));
  return `<!DOCTYPE html>${renderToString(h("html", { lang: "zh-CN" }, head, body))}`;
}

function Entry({ clause: { clauseId, number, heading } }) {
  return h("li", null, h("a", { href: `#${clauseId}` }, h("span", null, `${number} ${heading}`)));
}

function Clause({ clause: { clauseId, number, heading, text }, slug }) {
  const sentences = text.split(/(?<=[。！？])/);
  const head = [
    h("a", { key: "a", href: `#${clauseId}`, className: "clause-number", "aria-label": `${number}的固定链接` }, number),
    h("span", { key: "s", className: "clause-heading" }, heading),
  ];
  return h(
    "div",
    { className: "clause clause-article", id: clauseId },
    h(
      "div",
      { className: "clause-main" },
      h("h3", { className: "clause-head" }, head),
      h(
        "p",
        { className: "clause-text" },
        sentences.map((sentence, index) =>
          h("span", { key: index, id: `${clauseId}-s${index + 1}`, "data-sentence": index + 1 }, sentence),
        ),
      ),
      h(
        "div",
        { className: "clause-tools" },
        h(
          "a",
          { href: `/consultations/${slug}/comments/new?clause=${clauseId}`, rel: "nofollow" },
          `对${number}提意见`,
        ),
      ),
    ),
  );
}

function Comment({ comment }) {
  const { number, clauseId, quote, stance, publishedBody, publishedSuggestion, publishedName, receivedAt } = comment;
  return h(
    "article",
    { className: "comment", id: `comment-${number}` },
    h(
      "p",
      { className: "comment-head" },
      h("a", { href: `#comment-${number}` }, `第 ${number} 号`),
      " ",
      h("bdi", null, publishedName),
      " ",
      h("span", { className: "comment-meta" }, `网上提交 · ${STANCES[stance] ?? ""} · ${receivedAt}`),
    ),
    clauseId && h("p", { className: "comment-place" }, h("a", { href: `#${clauseId}` }, clauseId)),
    quote && h("blockquote", null, h("p", null, quote)),
    h(
      "div",
      { className: "comment-words" },
      h("p", { dir: "auto" }, publishedBody),
      publishedSuggestion && h("p", { lang: "zh-CN" }, "修改建议："),
      publishedSuggestion && h("p", { dir: "auto" }, publishedSuggestion),
    ),
  );
}

function Item({ item: { slug, title, summary, opensOn, closesOn, state, unit } }) {
  return h(
    "li",
    { className: "entry" },
    h("h2", null, h("a", { href: `/consultations/${slug}` }, title)),
    h("p", { className: "entry-meta" }, h("span", null, unit), " ", h("span", { className: "badge" }, state)),
    h("p", null, h("time", { dateTime: opensOn }, opensOn), " – ", h("time", { dateTime: closesOn }, closesOn)),
    h("p", null, summary),
  );
}
