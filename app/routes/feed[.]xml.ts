import type { LoaderFunctionArgs } from "@remix-run/node";
import { endOfDay, plainDateOf } from "~/calendar/plain-date";
import { atomFeed } from "~/consultations/atom-feed.server";
import { latestNews } from "~/consultations/public-news.server";
import { languageOf } from "~/i18n/language";
import { messageNews } from "~/messages/message-news.server";
import { caseNews } from "~/nominations/case-news.server";
import { depsOf } from "~/platform/deps.server";
import { readSiteSettings } from "~/platform/site-settings.server";
import { env } from "~/platform/env.server";
import { keepPage } from "~/platform/kept-page";
import { policyNews } from "~/policies/policy-news.server";
import { href } from "~/ui/href";
import { siteIdentityOf } from "~/ui/site-identity";

const ENTRIES = 50;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  // Without PUBLIC_URL the addresses in it are those of whoever asked, so it is made anew for each.
  if (env().PUBLIC_URL) {
    keepPage(context, {
      tags: ["consultations", "policies", "messages", "cases", "everything"],
      validUntil: endOfDay(plainDateOf(context.now)),
    });
  }
  const language = languageOf(request);
  const siteName = siteIdentityOf(await readSiteSettings(deps), language).name;
  const site = new URL(request.url).origin + href("/").replace(/\/$/, "");
  const others = await policyNews(deps, ENTRIES, { site, language });
  others.push(...(await caseNews(deps, ENTRIES, { site, siteName, language })));
  others.push(...(await messageNews(deps, ENTRIES, { site, language })));
  const frame = { siteName, site, now: context.now, language, most: ENTRIES };
  const feed = atomFeed(await latestNews(deps, ENTRIES), frame, others);
  const headers = { "Content-Type": "application/atom+xml; charset=utf-8", "Cache-Control": "no-cache" };
  return new Response(feed, { headers });
}
