import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { endOfDay, plainDateOf } from "~/calendar/plain-date";
import { useStrings } from "~/i18n/strings";
import { depsOf } from "~/platform/deps.server";
import { filterOf, notFound, pageOf } from "~/platform/http.server";
import { keepPage } from "~/platform/kept-page";
import { PolicyEntries, PolicyFilters } from "~/policies/components/policy-list";
import { listPublicPolicies, policyYears } from "~/policies/public-policies.server";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Pagination } from "~/ui/pagination";
import { ReviewYears } from "~/inspections/components/public-review";
import { publicReviewYears } from "~/inspections/public-attribute-review.server";
import { listUnits } from "~/units/queries.server";

const PAGE_SIZE = 20;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  const deps = depsOf(context);
  keepPage(context, { tags: ["policies", "everything"], validUntil: endOfDay(plainDateOf(context.now)) });
  const page = pageOf(url);
  const of = (name: string) => filterOf(url, name);
  const filter = { q: of("q"), unit: of("unit"), state: of("state"), year: of("year") };
  const found = await listPublicPolicies(deps, filter, { page, pageSize: PAGE_SIZE });
  if (page > 1 && found.items.length === 0) throw notFound();
  const lists = {
    units: await listUnits(deps),
    years: await policyYears(deps),
    reviews: await publicReviewYears(deps),
  };
  return { ...found, ...lists, filter, page, search: url.search };
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageMeta(matches, ({ policies: { list } }) => ({ title: list.title, description: list.description }));

export default function Policies() {
  const { items, total, filter, units, years, reviews, page, search } = useLoaderData<typeof loader>();
  const { list } = useStrings().policies;
  return (
    <Page title={list.title} lead={<p>{list.lead}</p>} breadcrumbs={[{ label: list.title }]}>
      <PolicyFilters values={filter} units={units} years={years} />
      <PolicyEntries items={items} />
      <Pagination page={page} pageSize={PAGE_SIZE} total={total} search={search} />
      <ReviewYears years={reviews} />
    </Page>
  );
}
