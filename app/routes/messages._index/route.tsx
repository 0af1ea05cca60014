import {
  data,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ACCEPTED_ENDINGS, MAX_FILE_BYTES, MAX_FILES } from "~/attachments/attachment";
import { endOfDay, plainDateOf } from "~/calendar/plain-date";
import { MessageFormPage, type ReturnedMessage } from "~/messages/components/message-form-page";
import { MessageLog } from "~/messages/components/message-log";
import { MOST_TEXT_BYTES } from "~/messages/forms";
import { readListQuery } from "~/messages/log-query";
import { listPublicMessages, messageYears } from "~/messages/public-queries.server";
import { depsOf } from "~/platform/deps.server";
import { attempt, filterOf, notFound, pageOf, PRIVATE, seeOther } from "~/platform/http.server";
import { keepPage } from "~/platform/kept-page";
import { discardFiles, readForm } from "~/platform/posted-form.server";
import { limitRate } from "~/platform/rate-limit.server";
import type { Reason } from "~/platform/refusal";
import { itemOfMessage } from "~/receipts/item";
import { addItem } from "~/receipts/receipt-cookie.server";
import { href } from "~/ui/href";
import { pageMeta } from "~/ui/page-meta";
import { openUnits } from "~/units/queries.server";
import { takeMessage, typedMessage } from "./take.server";

const PAGE_SIZE = 20;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  const deps = depsOf(context);
  keepPage(context, { tags: ["messages", "everything"], validUntil: endOfDay(plainDateOf(context.now)) });
  const filter = readListQuery((name) => filterOf(url, name), plainDateOf(context.now));
  const page = pageOf(url);
  const found = await listPublicMessages(deps, filter, { page, pageSize: PAGE_SIZE });
  if (page > 1 && found.items.length === 0) throw notFound();
  const units = await openUnits(deps);
  const streets = units.filter(({ kind }) => kind === "street");
  const lists = { units, streets, years: await messageYears(deps) };
  return { ...found, ...lists, filter, page, pageSize: PAGE_SIZE, search: url.search };
}

/** A post belongs to the instant it arrived, whatever reading its files took. */
export async function action({ request, context }: ActionFunctionArgs) {
  const deps = depsOf(context);
  const limits = { maxTextBytes: MOST_TEXT_BYTES, files: { max: MAX_FILES, maxBytes: MAX_FILE_BYTES } };
  const read = await attempt(() => readForm(request, limits));
  if (!read.ok) return returned(read, await typedMessage({ fields: {} }, [], deps));
  const posted = read.value;
  const uploads = (posted.fields.kept ?? []).slice(0, MAX_FILES);
  const taken = await attempt(async () => {
    await limitRate("comment", context.address);
    return takeMessage(request, posted, uploads, deps);
  });
  if (taken.ok && "receipt" in taken.value) {
    const { code, number, isOwn } = taken.value.receipt;
    return seeOther(href(`/receipts/${code}`), isOwn ? { "Set-Cookie": addItem(request, itemOfMessage(number)) } : {});
  }
  const typed = await typedMessage(posted, uploads, deps);
  if (taken.ok) {
    const answers = "answers" in taken.value ? taken.value.answers : [];
    return data({ reasons: [], answers, ...typed } satisfies ReturnedMessage, { headers: PRIVATE });
  }
  await discardFiles(posted.files);
  return returned(taken, typed);
}

/** Fields that nobody sees have no place on the page to lead to. */
const HIDDEN_FIELDS = ["key", "kept", "step"];

function returned(
  { status, reasons }: { status: number; reasons: Reason[] },
  typed: Omit<ReturnedMessage, "reasons" | "answers">,
) {
  const shown = reasons.map(({ field, ...reason }) =>
    field && !HIDDEN_FIELDS.includes(field) ? { ...reason, field } : reason,
  );
  const wait = reasons.find(({ code }) => code === "too_many")?.params?.seconds;
  const headers = { ...PRIVATE, ...(wait !== undefined && { "Retry-After": String(wait) }) };
  return data({ reasons: shown, answers: [], ...typed } satisfies ReturnedMessage, { status, headers });
}

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders ?? {};

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageMeta(matches, ({ messages: { list } }) => ({ title: list.title, description: list.description }));

export default function Messages() {
  const log = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  if (!form) return <MessageLog {...log} />;
  return (
    <MessageFormPage
      units={log.units}
      accept={ACCEPTED_ENDINGS}
      maxBytes={MAX_FILE_BYTES}
      formKey={form.key}
      returned={form}
    />
  );
}
