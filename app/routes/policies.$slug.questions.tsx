import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getActor } from "~/accounts/session.server";
import { depsOf } from "~/platform/deps.server";
import { attempt, filterOf, notFound, parseForm, PRIVATE, seeOther } from "~/platform/http.server";
import { randomId } from "~/platform/ids.server";
import { readForm, typedValues, type PostedForm } from "~/platform/posted-form.server";
import { limitRate } from "~/platform/rate-limit.server";
import { askQuestion } from "~/policies/ask-question.server";
import { AskPage } from "~/policies/components/ask-page";
import { publicPolicy } from "~/policies/public-policies.server";
import { questionForm } from "~/policies/reader-forms";
import { href } from "~/ui/href";
import { pageMeta } from "~/ui/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const policy = await publicPolicy(depsOf(context), params.slug ?? "");
  if (!policy || policy.isImported) throw notFound();
  const { slug, title, titleEn, clauses, answered, materials } = policy;
  const from = filterOf(new URL(request.url), "from");
  return {
    ...{ slug, title, titleEn, answered },
    clauses: clauses.map(({ id, number, heading }) => ({ id, number, heading })),
    material: materials.find((one) => one.slug === from)?.slug ?? null,
    formKey: randomId(),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const deps = depsOf(context);
  const policy = params.slug ?? "";
  let form: PostedForm | undefined;
  const asked = await attempt(async () => {
    await limitRate("question", context.address);
    form = await readForm(request);
    const question = parseForm(questionForm, form);
    return askQuestion(await getActor(request, deps), { policy, ...question }, deps);
  });
  if (asked.ok) return seeOther(href(`/asked/${asked.value.code}`), PRIVATE);
  const wait = asked.reasons.find(({ code }) => code === "too_many")?.params?.seconds;
  const headers = { ...PRIVATE, ...(wait === undefined ? {} : { "Retry-After": String(wait) }) };
  return data({ reasons: asked.reasons, typed: typedValues(form) }, { status: asked.status, headers });
}

export const headers = () => PRIVATE;

export const meta: MetaFunction<typeof loader> = ({ matches, data: found }) =>
  pageMeta(matches, ({ policies: { ask } }, language) => ({
    title: `${ask.title} · ${(language === "en" && found?.titleEn) || (found?.title ?? "")}`,
    hidden: true,
  }));

export default function Ask() {
  return <AskPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}
