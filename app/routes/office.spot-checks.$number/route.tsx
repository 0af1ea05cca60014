import { data, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, type MetaFunction } from "@remix-run/react";
import { requireStaff } from "~/accounts/session.server";
import { deskInspections } from "~/i18n/zh-CN/desk-inspections";
import { closeFinding, recordFinding, sendFindingBack } from "~/inspections/act-on-sample.server";
import { SpotCheckPage } from "~/inspections/components/spot-check-page";
import { closeForm, findForm, sendBackForm } from "~/inspections/forms";
import { spotCheckPage } from "~/inspections/spot-check-pages.server";
import { depsOf } from "~/platform/deps.server";
import { attempt, numberParam, parseForm, PRIVATE, seeOther } from "~/platform/http.server";
import { readForm, typedValues, type PostedForm } from "~/platform/posted-form.server";
import { Refused, refuseAsNotFound } from "~/platform/refusal";
import { href } from "~/ui/href";
import { pageMeta } from "~/ui/page-meta";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const found = await attempt(() => spotCheckPage(actor, numberParam(params.number), deps));
  if (!found.ok) throw new Response(null, { status: found.status });
  return data(found.value, { headers: PRIVATE });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  let form: PostedForm | undefined;
  const tried = await attempt(async () => {
    const check = await spotCheckPage(actor, numberParam(params.number), deps);
    form = await readForm(request);
    const own = (item: number) => {
      if (!check.items.some(({ id }) => id === item)) throw refuseAsNotFound();
    };
    switch (form.fields.act?.[0]) {
      case "find": {
        const found = parseForm(findForm, form);
        own(found.item);
        await recordFinding(actor, found, deps);
        return `${check.id}#item-${found.item}`;
      }
      case "close": {
        const { item } = parseForm(closeForm, form);
        own(item);
        await closeFinding(actor, { item }, deps);
        return `${check.id}#item-${item}`;
      }
      case "send_back": {
        const sent = parseForm(sendBackForm, form);
        own(sent.item);
        await sendFindingBack(actor, sent, deps);
        return `${check.id}#item-${sent.item}`;
      }
      default:
        throw new Refused([{ code: "choice_unknown", field: "act" }]);
    }
  });
  if (tried.ok) return seeOther(href(`/office/spot-checks/${tried.value}`), PRIVATE);
  const refused = { act: form?.fields.act?.[0] ?? "", reasons: tried.reasons, values: typedValues(form) };
  return data(refused, { status: tried.status, headers: PRIVATE });
}

export const headers: HeadersFunction = ({ actionHeaders, loaderHeaders }) => actionHeaders ?? loaderHeaders;

export const meta: MetaFunction = ({ matches }) =>
  pageMeta(matches, () => ({ title: deskInspections.spot.title, hidden: true }));

export default function OfficeSpotCheck() {
  return <SpotCheckPage check={useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}
