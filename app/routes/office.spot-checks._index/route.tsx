import { data, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, type MetaFunction } from "@remix-run/react";
import { requireStaff } from "~/accounts/session.server";
import { deskInspections } from "~/i18n/zh-CN/desk-inspections";
import { InspectionRefusal } from "~/inspections/components/inspection-refusal";
import { DrawForm, SpotCheckTable } from "~/inspections/components/spot-check-list";
import { drawSpotCheck } from "~/inspections/draw-spot-check.server";
import { drawForm } from "~/inspections/forms";
import { mayInspect } from "~/inspections/permissions";
import { spotCheckList } from "~/inspections/spot-check-pages.server";
import { depsOf } from "~/platform/deps.server";
import { attempt, notFound, pageOf, parseForm, PRIVATE, seeOther } from "~/platform/http.server";
import { readForm, typedValues, type PostedForm } from "~/platform/posted-form.server";
import { href } from "~/ui/href";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Pagination } from "~/ui/pagination";
import { listUnits } from "~/units/queries.server";

const PAGE_SIZE = 20;
const { spot: texts } = deskInspections;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const url = new URL(request.url);
  const page = pageOf(url);
  const found = await attempt(() => spotCheckList(actor, { page, pageSize: PAGE_SIZE }, deps));
  if (!found.ok) throw new Response(null, { status: found.status });
  const units = (await listUnits(deps)).map(({ code, name }) => ({ code, name }));
  return data({ ...found.value, units, page, search: url.search }, { headers: PRIVATE });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  if (!mayInspect(actor)) throw notFound();
  let form: PostedForm | undefined;
  const tried = await attempt(async () => {
    form = await readForm(request);
    const { act: _act, unit: unitCode, ...input } = parseForm(drawForm, form);
    return drawSpotCheck(actor, { unitCode, ...input }, deps);
  });
  if (tried.ok) return seeOther(href(`/office/spot-checks/${tried.value}`), PRIVATE);
  const refused = { act: "draw", reasons: tried.reasons, values: typedValues(form) };
  return data(refused, { status: tried.status, headers: PRIVATE });
}

export const headers: HeadersFunction = ({ actionHeaders, loaderHeaders }) => actionHeaders ?? loaderHeaders;

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, () => ({ title: texts.title, hidden: true }));

export default function OfficeSpotChecks() {
  const { rows, total, mayDraw, units, page, search } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <Page title={texts.title} lead={<p>{texts.lead}</p>} breadcrumbs={[{ label: texts.title }]} width="wide">
      <InspectionRefusal refused={refused} />
      <SpotCheckTable rows={rows} />
      <Pagination page={page} pageSize={PAGE_SIZE} total={total} search={search} />
      {mayDraw && <DrawForm units={units} refused={refused} />}
    </Page>
  );
}
