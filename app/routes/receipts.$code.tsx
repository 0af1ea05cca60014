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
import { isAuthor, type OwnInput } from "~/consultations/author.server";
import { ReceiptPage } from "~/consultations/components/receipt-page";
import { eraseComment } from "~/consultations/erase-comment.server";
import { ownActForm, type OwnAct } from "~/consultations/forms-receipt";
import { objectToWithholding } from "~/consultations/object-to-withholding.server";
import { qrSquare } from "~/receipts/qr-square.server";
import { forgetItems, holdsItem } from "~/receipts/receipt-cookie.server";
import { ownWords, receiptByCode } from "~/consultations/receipt-queries.server";
import { spacedReceiptCode } from "~/receipts/receipt.server";
import { withdrawConsent } from "~/consultations/withdraw-consent.server";
import { QuestionReceiptPage } from "~/interviews/components/question-receipt-page";
import { leaveForm } from "~/interviews/forms";
import { questionItem } from "~/interviews/question-code.server";
import { questionByCode } from "~/interviews/receipt-queries.server";
import { depsOf } from "~/platform/deps.server";
import { attempt, notFound, parseForm, PRIVATE, seeOther } from "~/platform/http.server";
import { readForm } from "~/platform/posted-form.server";
import { limitRate } from "~/platform/rate-limit.server";
import { href } from "~/ui/href";
import { pageMeta } from "~/ui/page-meta";

type Deps = ReturnType<typeof depsOf>;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const question = await questionByCode(deps, params.code ?? "");
  if (question) return shownQuestion(request, question);
  const { comment, facts } = await findReceipt(params.code, context);
  const holdsReceipt = holdsItem(request, comment.number);
  const actor = await getActor(request, deps);
  const own = isAuthor(actor, comment, { holdsReceipt }) ? await ownWords(deps, comment) : null;
  return { kind: "comment" as const, facts, own, holdsReceipt, ...codeShown(request, facts.code) };
}

/** The words, and what became of them, go to the browser that sent them or named code and tail. */
function shownQuestion(request: Request, { facts, own }: NonNullable<Awaited<ReturnType<typeof questionByCode>>>) {
  const isOwn = holdsItem(request, questionItem(facts.number));
  return { kind: "question" as const, facts, own: isOwn ? own : null, ...codeShown(request, facts.code) };
}

function codeShown(request: Request, code: string) {
  return { spaced: spacedReceiptCode(code), qr: qrSquare(new URL(href(`/receipts/${code}`), request.url).href) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const deps = depsOf(context);
  if (await questionByCode(deps, params.code ?? "")) return leaveQuestion(request);
  const { comment, facts } = await findReceipt(params.code, context);
  const input = { number: comment.number, holdsReceipt: holdsItem(request, comment.number) };
  const actor = await getActor(request, deps);
  let text: string | undefined;
  const done = await attempt(async () => {
    const posted = await readForm(request);
    text = posted.fields.text?.[0];
    const act = parseForm(ownActForm, posted);
    await perform(act, actor, input, deps);
    return act.act;
  });
  if (!done.ok) return data({ reasons: done.reasons, typed: { text } }, { status: done.status });
  if (done.value === "leave") return seeOther(href("/track"), { ...PRIVATE, "Set-Cookie": forgetItems() });
  return seeOther(href(`/receipts/${facts.code}`), PRIVATE);
}

/** Nothing can be done about a question that was sent, but to end its showing on this computer. */
async function leaveQuestion(request: Request) {
  const done = await attempt(async () => parseForm(leaveForm, await readForm(request)));
  if (!done.ok) return data({ reasons: done.reasons, typed: { text: undefined } }, { status: done.status });
  return seeOther(href("/track"), { ...PRIVATE, "Set-Cookie": forgetItems() });
}

async function perform(form: OwnAct, actor: Actor, input: OwnInput, deps: Deps): Promise<void> {
  if (form.act === "object") return objectToWithholding(actor, { ...input, text: form.text }, deps);
  if (form.act === "withdraw_consent") return withdrawConsent(actor, input, deps);
  if (form.act === "erase") return eraseComment(actor, { ...input, ground: null }, deps);
}

/** Codes cannot be guessed, and whoever tries is slowed down: only misses are counted. */
async function findReceipt(code: string | undefined, context: AppLoadContext) {
  const found = await receiptByCode(depsOf(context), code ?? "");
  if (found) return found;
  const limited = await attempt(() => limitRate("receipt", context.address));
  if (limited.ok) throw notFound();
  const seconds = String(limited.reasons[0]?.params?.seconds ?? 60);
  throw new Response(null, { status: limited.status, headers: { ...PRIVATE, "Retry-After": seconds } });
}

export const headers: HeadersFunction = () => PRIVATE;

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageMeta(matches, ({ receipts }) => ({ title: receipts.page.title, hidden: true }));

export default function Receipt() {
  const refused = useActionData<typeof action>();
  const page = useLoaderData<typeof loader>();
  return page.kind === "question" ? <QuestionReceiptPage {...page} /> : <ReceiptPage {...page} refused={refused} />;
}
