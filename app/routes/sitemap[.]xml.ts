import type { LoaderFunctionArgs } from "@remix-run/node";
import { endOfDay, plainDateOf } from "~/calendar/plain-date";
import { consultationPlaces } from "~/consultations/public-news.server";
import { publicReviewPlaces } from "~/inspections/public-attribute-review.server";
import { interviewPlaces } from "~/interviews/public-queries.server";
import { messagePlaces } from "~/messages/public-queries.server";
import { casePlaces } from "~/nominations/case-news.server";
import { depsOf } from "~/platform/deps.server";
import { env } from "~/platform/env.server";
import { keepPage } from "~/platform/kept-page";
import { xmlText } from "~/platform/xml";
import { policyPlaces } from "~/policies/policy-news.server";
import { href } from "~/ui/href";
import { listUnits } from "~/units/queries.server";

/** The most addresses that one map may hold (sitemaps.org). */
const MOST = 50_000;
const PAGES = [
  ...[
    "/",
    "/consultations",
    "/policies",
    "/interpretations",
    "/interpretations/exceptions",
    "/cases",
    "/messages",
    "/messages/figures",
    "/interviews",
  ],
  ...["/statistics", "/timeline", "/accessibility", "/privacy"],
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  if (env().PUBLIC_URL) {
    keepPage(context, {
      tags: ["consultations", "policies", "messages", "interviews", "cases", "everything"],
      validUntil: endOfDay(plainDateOf(context.now)),
    });
  }
  const deps = depsOf(context);
  const units = (await listUnits(deps)).map(({ code }) => ({ path: `/units/${code}`, changedOn: null }));
  const others = [
    ...units,
    ...(await interviewPlaces(deps)),
    ...(await casePlaces(deps)),
    ...(await publicReviewPlaces(deps)),
  ];
  const policies = await policyPlaces(deps, MOST / 2);
  const rest = MOST - PAGES.length - others.length - policies.length;
  const places = await consultationPlaces(deps, rest);
  places.push(...(await messagePlaces(deps, rest - places.length)));
  const { origin } = new URL(request.url);
  const all = [...PAGES.map((path) => ({ path, changedOn: null })), ...places, ...policies, ...others];
  const lines = all.map(({ path, changedOn }) => {
    const changed = changedOn ? `<lastmod>${changedOn}</lastmod>` : "";
    return `<url><loc>${xmlText(origin + href(path))}</loc>${changed}</url>\n`;
  });
  const map = `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${lines.join("")}</urlset>
`;
  return new Response(map, {
    headers: { "Content-Type": "application/xml; charset=utf-8", "Cache-Control": "no-cache" },
  });
}
