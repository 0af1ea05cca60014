import { stageUploads } from "~/attachments/keep-attachments.server";
import { enterPaperSignature, verifyPaperSignature } from "~/consultations/fill-release-sheet.server";
import { sheetPage } from "~/consultations/sheet-query.server";
import scan from "./media/paper-scan.jpg?inline";
import { bytesOf, postedFile } from "./posted-file";
import { dayAt, on, type Cast, type Staff, type Step } from "./story";

/** What stands on the scan, which says itself that it was drawn for the demonstration. */
const NUMBER = "演示公开办签第1号";

/** The approver signs the outcome on paper; one enters it with its scan, another compares and verifies it. */
export function approvedOnPaperSteps(
  now: Date,
  cast: Cast,
  { slug, staff }: { slug: string; staff: Staff },
  day: number,
): Step[] {
  return [
    {
      at: on(now, day, "15:50"),
      run: async (deps) => {
        const file = await postedFile("attachment", { fileName: "发文稿纸（演示）.jpg", bytes: bytesOf(scan) });
        const uploads = (await stageUploads(deps, [file])).staged.map(({ id }) => id);
        const signerId = cast(staff.approver).accountId;
        const paper = { act: "approve" as const, signerId, number: NUMBER, statedOn: dayAt(now, day), uploads };
        await enterPaperSignature(cast(staff.handler), { slug, ...paper }, deps);
      },
    },
    {
      at: on(now, day, "16:36"),
      run: async (deps) => {
        const { sheet } = await sheetPage(cast(staff.reviewer), slug, deps);
        const { id } = sheet.papers.at(-1)!;
        await verifyPaperSignature(cast(staff.reviewer), { slug, id, releaseRevisedDraft: false }, deps);
      },
    },
  ];
}
