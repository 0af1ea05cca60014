import { data, type ActionFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getActor } from "~/accounts/session.server";
import { QuestionFormPage, type RefusedQuestion } from "~/interviews/components/question-form-page";
import { questionForm } from "~/interviews/forms";
import { postQuestion } from "~/interviews/post-question.server";
import { questionItem } from "~/interviews/question-code.server";

import { depsOf } from "~/platform/deps.server";
import { attempt, parseForm, PRIVATE, seeOther } from "~/platform/http.server";
import { readForm, typedValues, type PostedForm } from "~/platform/posted-form.server";
import { limitRate } from "~/platform/rate-limit.server";
import { addItem } from "~/receipts/receipt-cookie.server";
import { href } from "~/ui/href";
import { loader, meta as metaOfNew } from "./interviews.$slug.questions_.new";

export { loader };

/** A question belongs to the instant at which it arrived. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const deps = depsOf(context);
  let posted: PostedForm | undefined;
  const taken = await attempt(async () => {
    posted = await readForm(request);
    await limitRate("comment", context.address);
    const form = parseForm(questionForm, posted);
    return postQuestion(await getActor(request, deps), { slug: params.slug ?? "", ...form }, deps);
  });
  if (taken.ok) {
    const { code, number, isOwn } = taken.value;
    return seeOther(href(`/receipts/${code}`), isOwn ? { "Set-Cookie": addItem(request, questionItem(number)) } : {});
  }
  const { reasons, status } = taken;
  const wait = reasons.find(({ code }) => code === "too_many")?.params?.seconds;
  const headers = wait === undefined ? undefined : { "Retry-After": String(wait) };
  return data({ reasons, values: typedValues(posted) } satisfies RefusedQuestion, { status, headers });
}

export const headers = ({ actionHeaders }: { actionHeaders: Headers }) => ({
  ...PRIVATE,
  ...Object.fromEntries(actionHeaders),
});

export const meta: MetaFunction<typeof loader> = metaOfNew;

export default function RefusedQuestionPage() {
  const refused = useActionData<typeof action>() as RefusedQuestion | undefined;
  return <QuestionFormPage {...useLoaderData<typeof loader>()} refused={refused} />;
}
