import { accountNames, actorNames } from "~/accounts/queries.server";
import type { Deps } from "~/platform/db.server";
import type { Subject } from "~/timeline/event";
import { historyOf } from "~/timeline/queries.server";
import type { HistoryLine } from "./history-line";
import { papersOf } from "./paper.server";

/** The history of a subject with the people, the remarks (given by their ids) and the papers that its events name. */
export async function namedHistory(
  subject: Subject,
  remarks: ReadonlyMap<number, string>,
  deps: Pick<Deps, "db">,
): Promise<HistoryLine[]> {
  const events = await historyOf(deps, subject);
  const names = await actorNames(deps, events);
  const papers = await papersOf(deps, subject);
  const signers = await accountNames(
    deps,
    [...papers.values()].map(({ signerId }) => signerId),
  );
  return events.map(({ seq, at, kind, happenedOn, payload }) => {
    const paper = papers.get(numberIn(payload, "paper"));
    return {
      ...{ seq, at, kind, happenedOn },
      by: names.get(seq) ?? null,
      remark: remarks.get(numberIn(payload, "remark")) ?? null,
      paper: paper
        ? { number: paper.number, statedOn: paper.statedOn, signer: signers.get(paper.signerId) ?? "" }
        : null,
    };
  });
}

function numberIn(payload: unknown, name: "remark" | "paper"): number {
  return typeof payload === "object" && payload !== null && name in payload
    ? Number((payload as Record<string, unknown>)[name])
    : 0;
}
