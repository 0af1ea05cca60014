import { data, type ActionFunctionArgs, type HeadersFunction, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { TailForm } from "~/receipts/components/tail-form";
import { trackForm } from "~/consultations/forms-receipt";
import { addItem } from "~/receipts/receipt-cookie.server";
import { matchReceipt } from "~/consultations/receipt-queries.server";
import { matchQuestion } from "~/interviews/receipt-queries.server";
import { useStrings } from "~/i18n/strings";
import { depsOf } from "~/platform/deps.server";
import { attempt, parseForm, PRIVATE, seeOther } from "~/platform/http.server";
import { readForm } from "~/platform/posted-form.server";
import { limitRate } from "~/platform/rate-limit.server";
import { ErrorSummary } from "~/ui/error-summary";
import { href } from "~/ui/href";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";

export function loader() {
  return data(null, { headers: PRIVATE });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const values = { code: "", tail: "" };
  const matched = await attempt(async () => {
    const posted = await readForm(request);
    for (const name of ["code", "tail"] as const) values[name] = (posted.fields[name]?.[0] ?? "").slice(0, 100);
    await limitRate("track", context.address);
    return match(depsOf(context), parseForm(trackForm, posted));
  });
  if (matched.ok) {
    const { item, code } = matched.value;
    return seeOther(href(`/receipts/${code}`), { ...PRIVATE, "Set-Cookie": addItem(request, item) });
  }
  const wait = matched.reasons.find(({ code }) => code === "too_many")?.params?.seconds;
  const headers = { ...PRIVATE, ...(wait !== undefined && { "Retry-After": String(wait) }) };
  return data({ reasons: matched.reasons, values }, { status: matched.status, headers });
}

/** A question has no contact, so its tail is empty; any other code is asked of the comments, whatever was typed. */
async function match(deps: ReturnType<typeof depsOf>, typed: { code: string; tail: string }) {
  const question = await matchQuestion(deps, typed);
  if (question) return question;
  const { number, code } = await matchReceipt(deps, typed);
  return { item: number, code };
}

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders ?? PRIVATE;

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageMeta(matches, ({ receipts }) => ({
    title: receipts.track.title,
    description: receipts.track.description,
    hidden: true,
  }));

export default function Track() {
  const refused = useActionData<typeof action>();
  const { track } = useStrings().receipts;
  return (
    <Page title={track.title} lead={<p>{track.lead}</p>} breadcrumbs={[{ label: track.title }]}>
      <ErrorSummary reasons={refused?.reasons ?? []} />
      <TailForm values={refused?.values} reasons={refused?.reasons} />
      <p className="hint">{track.lost}</p>
    </Page>
  );
}
