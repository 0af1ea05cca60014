import { data, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, type MetaFunction } from "@remix-run/react";
import { requireStaff } from "~/accounts/session.server";
import { deskQuality as texts } from "~/i18n/zh-CN/desk-quality";
import { depsOf } from "~/platform/deps.server";
import { attempt, filterOf, notFound, pageOf, parseForm, PRIVATE, seeOther } from "~/platform/http.server";
import { readForm, typedValues, type PostedForm } from "~/platform/posted-form.server";
import { CaseFilters, CaseTable, OrderDays } from "~/quality/components/quality-list";
import { QualityRefusal } from "~/quality/components/quality-refusal";
import { setDaysForm } from "~/quality/forms";
import { maySetDays } from "~/quality/permissions";
import { qualityList } from "~/quality/quality-pages.server";
import { setOrderDays } from "~/quality/quality-setting.server";
import { href } from "~/ui/href";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Pagination } from "~/ui/pagination";
import { listUnits } from "~/units/queries.server";

const PAGE_SIZE = 20;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const url = new URL(request.url);
  const page = pageOf(url);
  const filter = { q: filterOf(url, "q"), unit: filterOf(url, "unit") };
  const found = await attempt(() => qualityList(actor, filter, { page, pageSize: PAGE_SIZE }, deps));
  if (!found.ok) throw new Response(null, { status: found.status });
  const units = (await listUnits(deps)).map(({ code, name }) => ({ code, name }));
  return data({ ...found.value, filter, units, page, search: url.search }, { headers: PRIVATE });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  if (!maySetDays(actor)) throw notFound();
  let form: PostedForm | undefined;
  const tried = await attempt(async () => {
    form = await readForm(request);
    await setOrderDays(actor, parseForm(setDaysForm, form).days, deps);
  });
  if (tried.ok) return seeOther(href("/office/quality"), PRIVATE);
  const refused = { act: "set_days", reasons: tried.reasons, values: typedValues(form) };
  return data(refused, { status: tried.status, headers: PRIVATE });
}

export const headers: HeadersFunction = ({ actionHeaders, loaderHeaders }) => actionHeaders ?? loaderHeaders;

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, () => ({ title: texts.title, hidden: true }));

export default function OfficeQuality() {
  const { rows, total, filter, units, page, search, days, maySetDays: maySet } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <Page title={texts.title} lead={<p>{texts.lead}</p>} breadcrumbs={[{ label: texts.title }]} width="wide">
      <QualityRefusal refused={refused} />
      <CaseFilters values={filter} units={units} />
      <CaseTable rows={rows} />
      <Pagination page={page} pageSize={PAGE_SIZE} total={total} search={search} />
      {maySet && <OrderDays days={days} refused={refused} />}
    </Page>
  );
}
