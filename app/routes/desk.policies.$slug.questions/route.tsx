import { data, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, type MetaFunction } from "@remix-run/react";
import { requireStaff } from "~/accounts/session.server";
import { deskPolicies } from "~/i18n/zh-CN/desk-policies";
import { depsOf } from "~/platform/deps.server";
import { attempt, parseForm, PRIVATE, seeOther } from "~/platform/http.server";
import { readForm, typedValues, type PostedForm } from "~/platform/posted-form.server";
import { answerQuestion } from "~/policies/answer-question.server";
import { PolicyNav } from "~/policies/components/desk-policy-nav";
import { DeskQuestions } from "~/policies/components/desk-questions";
import { answerForm } from "~/policies/reader-forms";
import { deskQuestions } from "~/policies/reader-queries.server";
import { ErrorSummary } from "~/ui/error-summary";
import { href } from "~/ui/href";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const found = await attempt(() => deskQuestions(actor, params.slug ?? "", deps));
  if (!found.ok) throw new Response(null, { status: found.status });
  return data(found.value, { headers: PRIVATE });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const slug = params.slug ?? "";
  let form: PostedForm | undefined;
  const tried = await attempt(async () => {
    await deskQuestions(actor, slug, deps);
    form = await readForm(request);
    const { question, outcome, askedAs, answer } = parseForm(answerForm, form);
    await answerQuestion(actor, { number: question, outcome, askedAs, answer }, deps);
  });
  if (tried.ok) return seeOther(href(`/desk/policies/${slug}/questions`), PRIVATE);
  return data({ reasons: tried.reasons, typed: typedValues(form) }, { status: tried.status, headers: PRIVATE });
}

export const headers: HeadersFunction = ({ actionHeaders, loaderHeaders }) => actionHeaders ?? loaderHeaders;

export const meta: MetaFunction<typeof loader> = ({ matches, data: found }) =>
  pageMeta(matches, () => ({ title: `${deskPolicies.questions.title} · ${found?.title ?? ""}`, hidden: true }));

export default function DeskPolicyQuestions() {
  const { slug, title, state, mayAnswer, questions } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { home, list, questions: texts } = deskPolicies;
  return (
    <Page
      title={texts.title}
      lead={<p>{texts.lead}</p>}
      breadcrumbs={[
        { label: home, href: "/desk" },
        { label: list.title, href: "/desk/policies" },
        { label: title, href: `/desk/policies/${slug}` },
        { label: texts.title },
      ]}
      width="wide"
    >
      <ErrorSummary reasons={refused?.reasons ?? []} labels={{ answer: texts.answer, askedAs: texts.askedAs }} />
      <PolicyNav slug={slug} state={state} current="questions" />
      <DeskQuestions questions={questions} mayAnswer={mayAnswer} refused={refused} />
    </Page>
  );
}
