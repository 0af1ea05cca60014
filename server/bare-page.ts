import type { ServerResponse } from "node:http";
import { site as english } from "~/i18n/en/site";
import { site as chinese } from "~/i18n/zh-CN/site";
import { href } from "~/ui/href";
import { setSecurityHeaders } from "./security-headers";

export type BareStatus = 400 | 403 | 404 | 405 | 500;

const PAGES = new Map<BareStatus, Buffer>(
  ([400, 403, 404, 405, 500] as const).map((status) => [status, Buffer.from(barePage(status))]),
);

/** Answers what no page of the site can answer: what happened and where to go on, in both languages, without scripts. */
export function answerBarely(response: ServerResponse, status: BareStatus): void {
  const page = PAGES.get(status) as Buffer;
  setSecurityHeaders(response);
  response.writeHead(status, {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Length": page.length,
    "Cache-Control": "no-store",
  });
  response.end(page);
}

function barePage(status: BareStatus): string {
  const { title } = wordsOf(chinese, status);
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="icon" href="${href("/favicon.svg")}" type="image/svg+xml">
<link rel="stylesheet" href="${href("/bare-page.css")}">
</head>
<body>
<main>
<p class="status">${status}</p>
${part(chinese, status, "h1")}
<div lang="en">
${part(english, status, "h2")}
</div>
</main>
</body>
</html>
`;
}

type Words = Pick<typeof chinese, "errors">;

function part(words: Words, status: BareStatus, heading: "h1" | "h2"): string {
  const { title, text } = wordsOf(words, status);
  return `<${heading}>${title}</${heading}>
<p>${text}</p>
<p><a href="${href("/")}">${words.errors.home}</a></p>`;
}

function wordsOf({ errors }: Words, status: BareStatus) {
  return status === 400 || status === 405 ? errors.other : errors[status];
}
