import { accountNames } from "~/accounts/queries.server";
import { attachmentsOf } from "~/attachments/queries.server";
import type { Client, Database, Deps } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { sha256 } from "~/platform/ids.server";
import type { Reason } from "~/platform/refusal";
import { maskPersonalData } from "~/privacy/masking";
import { failureKey, isStanding, openHits, sheetRefusals, type SheetFacts, type SheetSubject } from "./release-sheet";
import { lastOutside, latestChecks, listOverrides, listPapers, listTerms } from "./review-store.server";
import { excerptAt, findTerms, hitKey, type Hit, type TextPart } from "./screened-term";
import { isSheetCompulsory } from "./sheet-setting.server";
import type { PaperLine, SheetView } from "./sheet-view";

/** What is to be signed: whose it is, its words, and who sent it to review. */
export interface Reviewed {
  subject: SheetSubject;
  parts: readonly TextPart[];
  submittedById: string | null;
}

export function digestOf(parts: readonly TextPart[]): string {
  return sha256(JSON.stringify(parts.map(({ place, text }) => [place, text])));
}

/**
 * Every reason why it cannot be signed, asked again in the transaction that signs it, and what is only advised: where the
 * district has not made the sheet compulsory, what nobody has filled in yet does not stop the signature.
 */
export async function releaseReasons(
  client: Client,
  reviewed: Reviewed,
): Promise<{ reasons: Reason[]; advice: Reason[] }> {
  const all = sheetRefusals(await factsOf(client, reviewed));
  if (await isSheetCompulsory(client)) return { reasons: all, advice: [] };
  return { reasons: all.filter(isStanding), advice: all.filter((reason) => !isStanding(reason)) };
}

export async function factsOf(client: Client, { subject, parts, submittedById }: Reviewed): Promise<SheetFacts> {
  const textDigest = digestOf(parts);
  const outside = env().WORD_CHECK_URL ? await lastOutside(client, subject) : null;
  const papers = await listPapers(client, subject);
  return {
    textDigest,
    submittedById,
    checks: await latestChecks(client, subject),
    hits: await hitsIn(client, subject, parts, textDigest),
    overridden: new Set((await listOverrides(client, subject)).map(({ hit }) => hit)),
    outside: env().WORD_CHECK_URL ? { last: outside } : null,
    waitingPapers: papers.filter((paper) => paper.subject.part === subject.part && !paper.settledAt).length,
  };
}

/** What the lists, the look for personal data and the outside checker find in the text as it stands now. */
async function hitsIn(client: Client, subject: SheetSubject, parts: readonly TextPart[], digest: string) {
  const outside = await lastOutside(client, subject);
  const reported = outside?.textDigest === digest ? outside.terms : [];
  const listed = findTerms(parts, await listTerms(client));
  const outsideTerms = reported.map((term) => ({ kind: "sensitive" as const, term, instead: null }));
  const fromOutside = findTerms(parts, outsideTerms).map((hit): Hit => ({ ...hit, kind: "outside" }));
  const found = [...listed, ...parts.flatMap(personalHits), ...fromOutside];
  return found.map((hit) => ({ ...hit, excerpt: maskPersonalData(hit.excerpt).masked }));
}

function personalHits({ place, text }: TextPart): Hit[] {
  const { found, masked } = maskPersonalData(text);
  const kinds = [...new Set(found.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const same = found.filter((one) => one.kind === kind);
    const { from, to } = same[0]!;
    return {
      kind: "personal",
      term: kind,
      instead: null,
      place,
      count: same.length,
      excerpt: excerptAt(masked, from, to - from),
    };
  });
}

/** The sheet as its page shows it. Whoever asks has checked the right to see it. */
export async function readSheet(reviewed: Reviewed, deps: Pick<Deps, "db">): Promise<SheetView> {
  const { db } = deps;
  const facts = await factsOf(db.client, reviewed);
  const [checks, overrides] = [
    await latestChecks(db.client, reviewed.subject),
    await listOverrides(db.client, reviewed.subject),
  ];
  const papers = await listPapers(db.client, reviewed.subject);
  const names = await accountNames(deps, [
    ...checks.map(({ byId }) => byId),
    ...overrides.map(({ byId }) => byId),
    ...papers.flatMap(({ signerId, enteredById, settledById }) => [signerId, enteredById, settledById]),
  ]);
  const open = new Set(openHits(facts).map(hitKey));
  return {
    reasons: sheetRefusals(facts),
    checks: checks.map(({ byId, at, textDigest, ...check }) => ({
      ...check,
      isOutdated: textDigest !== facts.textDigest,
      by: names.get(byId) ?? "",
      at: at.toISOString(),
    })),
    hits: facts.hits.map((hit) => {
      const key = hitKey(hit);
      const override = overrides.find((one) => one.hit === key);
      return {
        ...hit,
        key,
        isOpen: open.has(key),
        reason: override?.reason ?? null,
        by: names.get(override?.byId ?? "") ?? null,
      };
    }),
    outside: facts.outside && {
      isCurrent: facts.outside.last?.textDigest === facts.textDigest,
      failure: facts.outside.last?.failure ?? null,
      key: failureKey(facts.textDigest),
    },
    papers: await Promise.all(papers.map((paper) => paperLine(paper, names, db))),
  };
}

/** What was signed on paper about a subject or one part of it, for pages without a sheet. Whoever asks has checked the right. */
export async function paperLines(
  { part, ...subject }: Omit<SheetSubject, "part"> & { part?: string },
  deps: Pick<Deps, "db">,
): Promise<PaperLine[]> {
  const all = await listPapers(deps.db.client, subject);
  const papers = part === undefined ? all : all.filter((paper) => paper.subject.part === part);
  const ids = papers.flatMap(({ signerId, enteredById, settledById }) => [signerId, enteredById, settledById]);
  const names = await accountNames(deps, ids);
  return Promise.all(papers.map((paper) => paperLine(paper, names, deps.db)));
}

async function paperLine(
  paper: Awaited<ReturnType<typeof listPapers>>[number],
  names: Map<string, string>,
  db: Database,
): Promise<PaperLine> {
  const { id, subject, act, number, statedOn, isVerified, reason, signerId, enteredById, settledById } = paper;
  const scans = await attachmentsOf({ db }, { paperId: id });
  return {
    ...{ id, part: subject.part, act, number, statedOn, isVerified, reason },
    signer: names.get(signerId) ?? "",
    enteredBy: names.get(enteredById) ?? "",
    settledBy: names.get(settledById ?? "") ?? null,
    scans: scans.map(({ id: file, name }) => ({ id: file, name })),
  };
}
