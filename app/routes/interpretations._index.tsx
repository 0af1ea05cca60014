import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useStrings } from "~/i18n/strings";
import { depsOf } from "~/platform/deps.server";
import { filterOf, notFound, pageOf } from "~/platform/http.server";
import { keepPage } from "~/platform/kept-page";
import { MaterialEntries, MaterialFilters } from "~/policies/components/material-list";
import { listPublicMaterials, materialYears } from "~/policies/public-materials.server";
import { href } from "~/ui/href";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Pagination } from "~/ui/pagination";
import { listUnits } from "~/units/queries.server";

const PAGE_SIZE = 20;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  const deps = depsOf(context);
  keepPage(context, { tags: ["policies", "everything"] });
  const page = pageOf(url);
  const of = (name: string) => filterOf(url, name);
  const filter = { q: of("q"), unit: of("unit"), kind: of("kind"), year: of("year") };
  const found = await listPublicMaterials(deps, filter, { page, pageSize: PAGE_SIZE });
  if (page > 1 && found.items.length === 0) throw notFound();
  return { ...found, filter, units: await listUnits(deps), years: await materialYears(deps), page, search: url.search };
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageMeta(matches, ({ policies: { materials } }) => ({ title: materials.title, description: materials.description }));

export default function Interpretations() {
  const { items, total, filter, units, years, page, search } = useLoaderData<typeof loader>();
  const { policies, nominations } = useStrings();
  const { materials, exceptions } = policies;
  return (
    <Page title={materials.title} lead={<p>{materials.lead}</p>} breadcrumbs={[{ label: materials.title }]}>
      <MaterialFilters values={filter} units={units} years={years} />
      <p>
        <a href={href("/cases")}>{nominations.link}</a>
      </p>
      <MaterialEntries items={items} />
      <Pagination page={page} pageSize={PAGE_SIZE} total={total} search={search} />
      <p>
        <a href={href("/interpretations/exceptions")}>{exceptions.link}</a>
      </p>
    </Page>
  );
}
