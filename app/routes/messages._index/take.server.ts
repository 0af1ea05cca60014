import { getActor } from "~/accounts/session.server";
import { MAX_FILES } from "~/attachments/attachment";
import { stagedUploads, stageUploads } from "~/attachments/keep-attachments.server";
import { languageOf } from "~/i18n/language";
import type { ReturnedMessage } from "~/messages/components/message-form-page";
import { publicMessageForm, REPEATABLE_FIELDS } from "~/messages/forms";
import { postMessage, type MessageReceipt } from "~/messages/post-message.server";
import { similarAnswers, type OfferedAnswer } from "~/messages/public-queries.server";
import type { depsOf } from "~/platform/deps.server";
import { parseForm, type PostedForm } from "~/platform/http.server";
import { randomId } from "~/platform/ids.server";
import { requireNone } from "~/platform/refusal";

type Deps = ReturnType<typeof depsOf>;

/** Either a receipt, or answers to read before the form is sent again. */
export type Taken = { receipt: MessageReceipt } | { answers: OfferedAnswer[] };

/** `uploads` gathers the ids of the files that were accepted, whatever becomes of the form. */
export async function takeMessage(request: Request, posted: PostedForm, uploads: string[], deps: Deps): Promise<Taken> {
  const { staged, reasons } = await stageUploads(deps, posted.files);
  uploads.push(...staged.map(({ id }) => id));
  const form = parseForm(publicMessageForm, posted, REPEATABLE_FIELDS);
  requireNone([...posted.reasons, ...reasons]);
  const { attachment: _attachment, kept: _kept, step, ...words } = form;
  const answers = step === "check" ? await similarAnswers(deps, words) : [];
  if (answers.length > 0) return { answers };
  const actor = await getActor(request, deps);
  return { receipt: await postMessage(actor, { ...words, uploads, language: languageOf(request) }, deps) };
}

const TYPED = ["kind", "unit", "about", "title", "body", "submitter", "name", "contact", "publish"] as const;

/** What the page shows again: everything typed, and the files that were accepted. */
export async function typedMessage(
  { fields }: Pick<PostedForm, "fields">,
  uploads: string[],
  deps: Deps,
): Promise<Omit<ReturnedMessage, "reasons" | "answers">> {
  const key = fields.key?.[0] ?? "";
  return {
    values: Object.fromEntries(TYPED.map((name) => [name, fields[name]?.[0]])),
    key: /^[A-Za-z0-9_-]{16,64}$/.test(key) ? key : randomId(),
    kept: await stagedUploads(deps, uploads.slice(0, MAX_FILES)),
  };
}
