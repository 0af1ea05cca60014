import {
  data,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { AppLoadContext } from "@remix-run/server-runtime";
import type { Actor } from "~/accounts/actor";
import { getActor } from "~/accounts/session.server";
import { ReceiptPage } from "~/consultations/components/receipt-page";
import { receiptByCode } from "~/consultations/receipt-queries.server";
import { QuestionReceiptPage } from "~/interviews/components/question-receipt-page";
import { questionItem } from "~/interviews/question-code.server";
import { questionByCode } from "~/interviews/receipt-queries.server";
import { MessageReceipt } from "~/messages/components/message-receipt";
import { messageReceipt } from "~/messages/receipt-queries.server";
import { depsOf } from "~/platform/deps.server";
import { attempt, notFound, PRIVATE, seeOther } from "~/platform/http.server";
import { readForm, typedValues, type PostedForm } from "~/platform/posted-form.server";
import { limitRate } from "~/platform/rate-limit.server";
import { itemOfMessage } from "~/receipts/item";
import { qrSquare } from "~/receipts/qr-square.server";
import { forgetItems, holdsItem } from "~/receipts/receipt-cookie.server";
import { spacedReceiptCode } from "~/receipts/receipt.server";
import { href } from "~/ui/href";
import { pageMeta } from "~/ui/page-meta";
import { actOnComment, commentView } from "./comment.server";
import { actOnMessage, messageView } from "./message.server";
import { actOnQuestion, questionView } from "./question.server";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const found = await findReceipt(params.code, context);
  const actor = await getActor(request, deps);
  const holdsReceipt = holdsItem(request, found.item);
  const view = await viewOf(found, actor, holdsReceipt, deps);
  const { code } = view.facts;
  const address = new URL(href(`/receipts/${code}`), request.url).href;
  return { ...view, spaced: spacedReceiptCode(code), qr: await qrSquare(address) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const deps = depsOf(context);
  const found = await findReceipt(params.code, context);
  const holdsReceipt = holdsItem(request, found.item);
  const actor = await getActor(request, deps);
  let posted: PostedForm | undefined;
  const done = await attempt(async () => {
    posted = await readForm(request);
    if (found.question) return actOnQuestion(posted);
    return found.comment
      ? actOnComment(actor, { number: found.comment.comment.number, holdsReceipt }, posted, deps)
      : actOnMessage(actor, { number: found.message.message.number, holdsReceipt }, posted, deps);
  });
  if (!done.ok) return data({ reasons: done.reasons, typed: typedValues(posted) }, { status: done.status });
  if (done.value === "leave") return seeOther(href("/track"), { ...PRIVATE, "Set-Cookie": forgetItems() });
  return seeOther(href(`/receipts/${params.code}`), PRIVATE);
}

type Found = Awaited<ReturnType<typeof findReceipt>>;

function viewOf(found: Found, actor: Actor, holdsReceipt: boolean, deps: ReturnType<typeof depsOf>) {
  if (found.question) return questionView(found.question, holdsReceipt);
  return found.comment
    ? commentView(actor, found.comment, holdsReceipt, deps)
    : messageView(actor, found.message, holdsReceipt, deps);
}

/** Codes cannot be guessed, and whoever tries is slowed down: only misses are counted. */
async function findReceipt(code: string | undefined, context: AppLoadContext) {
  const deps = depsOf(context);
  const comment = await receiptByCode(deps, code ?? "");
  if (comment) return { comment, message: null, question: null, item: comment.comment.number };
  const message = await messageReceipt(deps, code ?? "");
  if (message) return { comment: null, message, question: null, item: itemOfMessage(message.message.number) };
  const question = await questionByCode(deps, code ?? "");
  if (question) return { comment: null, message: null, question, item: questionItem(question.facts.number) };
  const limited = await attempt(() => limitRate("receipt", context.address));
  if (limited.ok) throw notFound();
  const seconds = String(limited.reasons[0]?.params?.seconds ?? 60);
  throw new Response(null, { status: limited.status, headers: { ...PRIVATE, "Retry-After": seconds } });
}

export const headers: HeadersFunction = () => PRIVATE;

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  pageMeta(matches, ({ receipts, messages, interviews }) => ({
    title: { comment: receipts.page, message: messages.receipt, question: interviews.receipt }[page?.kind ?? "comment"]
      .title,
    hidden: true,
  }));

export default function Receipt() {
  const refused = useActionData<typeof action>();
  const page = useLoaderData<typeof loader>();
  if (page.kind === "question") return <QuestionReceiptPage {...page} />;
  return page.kind === "message" ? (
    <MessageReceipt {...page} refused={refused} />
  ) : (
    <ReceiptPage {...page} refused={refused} />
  );
}
