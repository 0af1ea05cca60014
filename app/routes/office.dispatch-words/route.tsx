import { data, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, type MetaFunction } from "@remix-run/react";
import { z } from "zod";
import { requireStaff } from "~/accounts/session.server";
import type { ReasonToTell } from "~/i18n/reasons";
import { deskAids } from "~/i18n/zh-CN/desk-aids";
import { UnitWordsPage } from "~/messages/components/unit-words-page";
import { keepUnitWords, listUnitWords, mayKeepUnitWords } from "~/messages/keep-unit-words.server";
import { readUnitWords, writeUnitWords } from "~/messages/unit-words-text";
import { depsOf } from "~/platform/deps.server";
import { attempt, notFound, parseForm, PRIVATE, seeOther } from "~/platform/http.server";
import { readForm, typedValues, type PostedForm } from "~/platform/posted-form.server";
import { requireNone } from "~/platform/refusal";
import { href } from "~/ui/href";
import { pageMeta } from "~/ui/page-meta";
import { openUnits } from "~/units/queries.server";

const { words: texts } = deskAids;
const form = z.strictObject({
  act: z.literal("save", "not_a_choice"),
  words: z.string("required").max(100_000, "too_long"),
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  if (!mayKeepUnitWords(await requireStaff(request, deps))) throw notFound();
  const units = await openUnits(deps);
  const saved = new URL(request.url).searchParams.get("saved") === "1";
  return data({ text: writeUnitWords(await listUnitWords(deps), units, texts.columns), saved }, { headers: PRIVATE });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  if (!mayKeepUnitWords(actor)) throw notFound();
  let posted: PostedForm | undefined;
  const tried = await attempt(async () => {
    posted = await readForm(request);
    const read = readUnitWords(parseForm(form, posted).words, await openUnits(deps), texts.columns);
    requireNone(read.reasons);
    await keepUnitWords(actor, read.words, deps);
  });
  if (tried.ok) return seeOther(href("/office/dispatch-words?saved=1"), PRIVATE);
  return data({ reasons: tried.reasons, values: typedValues(posted) }, { status: tried.status, headers: PRIVATE });
}

export const headers: HeadersFunction = ({ actionHeaders, loaderHeaders }) => actionHeaders ?? loaderHeaders;

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, () => ({ title: texts.title, hidden: true }));

export default function DispatchWords() {
  const { text, saved } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() as
    { reasons: ReasonToTell[]; values: Record<string, string | undefined> } | undefined;
  return (
    <UnitWordsPage text={refused?.values.words ?? text} reasons={refused?.reasons ?? []} isSaved={saved && !refused} />
  );
}
