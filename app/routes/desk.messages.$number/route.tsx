import { data, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, type MetaFunction } from "@remix-run/react";
import { requireStaff } from "~/accounts/session.server";
import { deskMessages as texts } from "~/i18n/zh-CN/desk-messages";
import { messageAids } from "~/messages/aids-queries.server";
import { MessageBench, type OpenedIdentity, type RefusedAct } from "~/messages/components/message-bench";
import { mayStillSee, messageBench } from "~/messages/desk-queries.server";
import { depsOf } from "~/platform/deps.server";
import { attempt, PRIVATE, seeOther } from "~/platform/http.server";
import { readForm, type PostedForm } from "~/platform/posted-form.server";
import { href } from "~/ui/href";
import { pageMeta } from "~/ui/page-meta";
import { performPosted } from "./acts.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const found = await attempt(() => messageBench(actor, params.number ?? "", deps));
  if (!found.ok) throw new Response(null, { status: found.status });
  const aids = await messageAids(actor, params.number ?? "", deps);
  return data({ ...found.value, aids }, { headers: PRIVATE });
}

interface Answer {
  refused?: RefusedAct;
  identity?: OpenedIdentity;
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const number = params.number ?? "";
  let form: PostedForm | undefined;
  const tried = await attempt(async () => {
    await messageBench(actor, number, deps);
    form = await readForm(request);
    return performPosted(form.fields.act?.[0] ?? "", { actor, number, form, deps });
  });
  if (!tried.ok) {
    const refused = { act: form?.fields.act?.[0] ?? "", reasons: tried.reasons, values: form?.fields ?? {} };
    return data({ refused: { ...refused, values: { ...refused.values } } } as Answer, {
      status: tried.status,
      headers: PRIVATE,
    });
  }
  if (tried.value) return data({ identity: tried.value } as Answer, { headers: PRIVATE });
  const next = (await mayStillSee(actor, number, deps)) ? `/desk/messages/${number}` : "/desk/messages";
  return seeOther(href(next), PRIVATE);
}

export const headers: HeadersFunction = ({ actionHeaders, loaderHeaders }) => actionHeaders ?? loaderHeaders;

export const meta: MetaFunction<typeof loader> = ({ matches, data: bench }) =>
  pageMeta(matches, () => ({ title: bench ? `${texts.list.title} ${bench.number}` : texts.list.title, hidden: true }));

export default function DeskMessage() {
  const answer = useActionData<typeof action>() as Answer | undefined;
  const { aids, ...bench } = useLoaderData<typeof loader>();
  return <MessageBench bench={bench} aids={aids} {...answer} />;
}
