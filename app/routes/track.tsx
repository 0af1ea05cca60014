import { data, type ActionFunctionArgs, type HeadersFunction, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { TailForm } from "~/receipts/components/tail-form";
import { trackForm } from "~/consultations/forms-receipt";
import { matchReceipt } from "~/receipts/match-receipt.server";
import { addItem } from "~/receipts/receipt-cookie.server";
import { ownerOfComment } from "~/consultations/receipt-queries.server";
import { ownerOfQuestion } from "~/interviews/receipt-queries.server";
import { useStrings } from "~/i18n/strings";
import { ownerOfMessage } from "~/messages/receipt-queries.server";
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
    const deps = depsOf(context);
    const finders = [ownerOfComment, ownerOfMessage, ownerOfQuestion].map((of) => (hash: string) => of(deps, hash));
    return matchReceipt(parseForm(trackForm, posted), finders);
  });
  if (matched.ok) {
    const { item, code } = matched.value;
    return seeOther(href(`/receipts/${code}`), { ...PRIVATE, "Set-Cookie": addItem(request, item) });
  }
  const wait = matched.reasons.find(({ code }) => code === "too_many")?.params?.seconds;
  const headers = { ...PRIVATE, ...(wait !== undefined && { "Retry-After": String(wait) }) };
  return data({ reasons: matched.reasons, values }, { status: matched.status, headers });
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
