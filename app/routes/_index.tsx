import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { endOfDay, plainDateOf } from "~/calendar/plain-date";
import { HomePage } from "~/consultations/components/home-page";
import { consultationFigures, lateOutcomes } from "~/consultations/figures.server";
import { broughtAbout } from "~/consultations/outcome-queries.server";
import { openNow, recentResults } from "~/consultations/public-news.server";
import { languageOf } from "~/i18n/language";
import { useStrings } from "~/i18n/strings";
import { messageFigures } from "~/messages/figures.server";
import { depsOf } from "~/platform/deps.server";
import { keepPage } from "~/platform/kept-page";
import { listPublicPolicies } from "~/policies/public-policies.server";
import { href } from "~/ui/href";
import { pageMeta } from "~/ui/page-meta";

const OPEN_SHOWN = 10;
const RECENT_SHOWN = 5;
const POLICIES_SHOWN = 3;
const ALL_POLICIES = { q: "", unit: "", state: "", year: "" };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const language = languageOf(request);
  keepPage(context, {
    tags: ["home", "consultations", "policies", "messages", "everything"],
    validUntil: endOfDay(plainDateOf(context.now)),
  });
  const { asOf, answered } = await consultationFigures(deps, language);
  const recent = await recentResults(deps, RECENT_SHOWN);
  const { at, total } = await messageFigures(deps, { year: "", month: "" });
  const policies = await listPublicPolicies(deps, ALL_POLICIES, { page: 1, pageSize: POLICIES_SHOWN });
  return {
    open: await openNow(deps, OPEN_SHOWN),
    recent,
    brought: await firstOf(recent, ({ slug }) => broughtAbout(deps, slug)),
    late: await lateOutcomes(deps),
    figures: { asOf, total: answered.total, outcomes: answered.outcomes },
    policies: policies.items,
    replies: { asOf: plainDateOf(at), received: total.received, replied: total.answered, late: total.late },
  };
}

/** The latest result in which a comment can be shown with the sentence it changed. */
async function firstOf<T extends { hasChanges: boolean }, R>(
  results: T[],
  find: (result: T) => Promise<R | null>,
): Promise<R | null> {
  for (const result of results.filter(({ hasChanges }) => hasChanges)) {
    const found = await find(result);
    if (found) return found;
  }
  return null;
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => [
  ...pageMeta(matches, ({ home }) => ({ description: home.description })),
  {
    tagName: "link",
    rel: "alternate",
    type: "application/atom+xml",
    href: href("/feed.xml"),
  },
];

export default function Home() {
  const { tasks } = useStrings().home;
  const write = { label: tasks.write, hint: tasks.writeHint, href: "/messages/new" };
  return <HomePage {...useLoaderData<typeof loader>()} tasks={[write]} />;
}
