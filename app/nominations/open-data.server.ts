import type { z } from "zod";
import type { Deps } from "~/platform/db.server";
import type { ListedRound, ShownCase } from "./case-facts";
import type * as shapes from "./open-data";
import { publicRound, publicRounds } from "./public-cases.server";

type Shape<K extends keyof typeof shapes> = z.output<(typeof shapes)[K]>;

/** The rounds that have opened, a page of them. */
export async function roundList(deps: Deps, paging: { page: number; pageSize: number }) {
  const { rounds } = await publicRounds(deps);
  const from = (paging.page - 1) * paging.pageSize;
  return { items: rounds.slice(from, from + paging.pageSize).map(roundFields), total: rounds.length, ...paging };
}

/** One round; null for what has not opened. */
export async function roundData(deps: Deps, key: string): Promise<Shape<"round"> | null> {
  const found = await publicRound(deps, key);
  if (!found) return null;
  const { round, cases, approvalPaper } = found;
  const selected = cases.map((one) => caseFields(one, round.key));
  return { ...roundFields(round), lastDayReason: round.lastDayReason, approvalPaper, selected };
}

function roundFields(round: ListedRound): Shape<"listedRound"> {
  const { key, year, half, state, from, to, opensOn, lastDay, publishedOn, cases } = round;
  return { round: key, year, half, state, from, to, opensOn, lastDay, publishedOn, cases, url: `/cases/${key}` };
}

function caseFields({ number, title, unit, statement, reason, evidence, materials }: ShownCase, round: string) {
  const { policy, threeSync, workingDays, readings, ratings, asOf } = evidence;
  return {
    ...{ number, title, statement, reason, threeSync, workingDays, readings, asOf },
    unitName: unit.name,
    policy: policy.slug,
    documentNumber: policy.documentNumber,
    interpretations: materials.map(({ slug }) => slug),
    understood: ratings,
    form: `/cases/${round}/${number}/form.docx`,
  };
}
