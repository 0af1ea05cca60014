import { moveInterview } from "~/interviews/change-interview.server";
import { postQuestion } from "~/interviews/post-question.server";
import { prepareInterview } from "~/interviews/prepare-interview.server";
import type { Database } from "~/platform/db.server";
import { at } from "../setup/clock";
import type { Staff } from "./desk";

/** 15:00 on 10 July 2026. */
export const BEGINS = at("2026-07-10", "15:00");
export const LIVE = at("2026-07-10", "15:05");

/** Announced on 2 July by two people, to begin on 10 July at 15:00. */
export async function announceInterview(db: Database, staff: Staff): Promise<string> {
  const fields = {
    ...{ title: "加装电梯访谈", titleEn: null, summary: "谈加装电梯。", summaryEn: null },
    ...{ guest: "区住建局副局长", guestEn: null, beginsAt: BEGINS },
  };
  const slug = await prepareInterview(staff.handler, { unit: "housing", ...fields }, { db, now: at("2026-07-01") });
  await moveInterview(staff.handler, "submit", { slug, version: 0 }, { db, now: at("2026-07-01") });
  await moveInterview(staff.approver, "announce", { slug, version: 1 }, { db, now: at("2026-07-02") });
  return slug;
}

export async function ask(
  db: Database,
  slug: string,
  body: string,
  change: { name?: string; publish?: boolean; key?: string; now?: Date } = {},
) {
  const { name = null, publish = true, key = null, now = at("2026-07-05") } = change;
  return postQuestion({ kind: "guest" }, { slug, body, name, publish, key }, { db, now });
}
