import { leaveForm } from "~/interviews/forms";
import type { questionByCode } from "~/interviews/receipt-queries.server";
import { parseForm, type PostedForm } from "~/platform/http.server";

type FoundQuestion = NonNullable<Awaited<ReturnType<typeof questionByCode>>>;

/** What this browser may read of the receipt of a question. */
export function questionView({ facts, own }: FoundQuestion, holdsReceipt: boolean) {
  return { kind: "question" as const, facts, own: holdsReceipt ? own : null, holdsReceipt };
}

/** Nothing can be done about a question that was sent, but to end its showing on this computer. */
export function actOnQuestion(posted: PostedForm): string {
  return parseForm(leaveForm, posted).act;
}
