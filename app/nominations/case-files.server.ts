import type { Actor } from "~/accounts/actor";
import type { Deps } from "~/platform/db.server";
import { PRIVATE } from "~/platform/http.server";
import { refuseAsNotFound } from "~/platform/refusal";
import { readSiteSettings } from "~/platform/site-settings.server";
import type { ShownCase } from "./case-facts";
import type { PrintedCase } from "./case-docx.server";
import { deskNomination } from "./desk-nominations.server";
import { requireOfficeRound } from "./office-rounds.server";
import { publicCase, publicRound, selectedCases } from "./public-cases.server";
import { readRound, type Round } from "./round";

// The library that writes Word files is loaded only when somebody asks for one.
const writing = () => import("./case-docx.server");

/** What is shown can shrink when material is taken down: nobody keeps the file for others. */
const OPEN = { "Cache-Control": "no-cache" };

/** The form of a published case; null for everything else. */
export async function publicForm(deps: Deps, key: string, number: number): Promise<Response | null> {
  const found = await publicCase(deps, key, number);
  if (!found) return null;
  const { recommendationForm } = await writing();
  return file(await recommendationForm(found.round, printed(found.shown)), `case-${key}-${number}`, OPEN);
}

/** The selected cases of a published round; null before it is published. */
export async function publicBooklet(deps: Deps, key: string): Promise<Response | null> {
  const found = await publicRound(deps, key);
  if (!found || found.round.publishedOn === null) return null;
  return booklet(deps, readRound(key)!, found.cases, OPEN);
}

/** The form as its unit and the office print it for the city, with the contact. Refusal: `not_found`. */
export async function deskForm(actor: Actor, number: number, deps: Deps): Promise<Response> {
  const nomination = await deskNomination(actor, number, deps);
  const { evidence, round, contact, decision } = nomination;
  if (!evidence) throw refuseAsNotFound();
  const { recommendationForm } = await writing();
  const reason = decision?.isSelected ? decision.reason : null;
  const form = { ...nomination, evidence, materials: evidence.materials, reason, contact };
  return file(await recommendationForm(readRound(round.key)!, form), `nomination-${number}`, PRIVATE);
}

/** The cases selected so far, for whoever signs. Refusal: `not_found` for everyone but the office and its signers. */
export async function officeBooklet(actor: Actor, key: string, deps: Deps): Promise<Response> {
  const round = await requireOfficeRound(actor, key, deps);
  return booklet(deps, round, await selectedCases(deps, round), PRIVATE);
}

async function booklet(deps: Deps, round: Round, cases: readonly ShownCase[], headers: HeadersInit) {
  const { caseBooklet } = await writing();
  const organiser = (await readSiteSettings(deps))["site.organiser"] ?? "";
  return file(await caseBooklet(round, cases.map(printed), organiser), `cases-${round.key}`, headers);
}

function printed(shown: ShownCase): PrintedCase {
  return { ...shown, contact: null };
}

function file(body: Uint8Array, name: string, headers: HeadersInit): Response {
  const all = new Headers(headers);
  all.set("Content-Type", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
  all.set("Content-Disposition", `attachment; filename="${name}.docx"`);
  return new Response(body as BodyInit, { headers: all });
}
