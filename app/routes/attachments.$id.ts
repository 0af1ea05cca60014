import type { LoaderFunctionArgs } from "@remix-run/node";
import { createReadableStreamFromReadable } from "@remix-run/node";
import { getActor } from "~/accounts/session.server";
import { downloadHeaders, openAttachment } from "~/attachments/queries.server";
import { readableAttachment } from "~/consultations/attachment-access.server";
import { readableReviewPaper } from "~/inspections/paper-review.server";
import { readableWordsPaper } from "~/media/paper-words.server";
import { readableMessageFile } from "~/messages/attachment-access.server";
import { itemOfMessage } from "~/receipts/item";
import { holdsItem } from "~/receipts/receipt-cookie.server";
import { depsOf } from "~/platform/deps.server";
import { notFound } from "~/platform/http.server";
import { readableNominationPaper } from "~/nominations/paper-nomination.server";
import { readableRoundPaper } from "~/nominations/paper-round.server";
import { readablePolicyFile } from "~/policies/policy-files.server";
import { readableQualityPaper } from "~/quality/paper-decision.server";

/** A file is read by whoever may read what it belongs to; to all others it is not there. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const actor = await getActor(request, deps);
  const asking = { actor, holdsItem: (number: number) => holdsItem(request, number) };
  const holdsMessage = (number: string) => holdsItem(request, itemOfMessage(number));
  const id = params.id ?? "";
  const file =
    (await readableAttachment(id, asking, deps)) ??
    (await readableMessageFile(id, { actor, holdsMessage }, deps)) ??
    (await readablePolicyFile(id, actor, deps)) ??
    (await readableQualityPaper(id, actor, deps)) ??
    (await readableNominationPaper(id, actor, deps)) ??
    (await readableRoundPaper(id, actor, deps)) ??
    (await readableReviewPaper(id, actor, deps)) ??
    (await readableWordsPaper(id, actor, deps));
  if (!file) throw notFound();
  return new Response(createReadableStreamFromReadable(await openAttachment(file)), { headers: downloadHeaders(file) });
}
