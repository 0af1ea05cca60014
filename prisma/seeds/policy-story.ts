import type { Actor } from "~/accounts/actor";
import { yearOf } from "~/calendar/plain-date";
import type { WrittenClause } from "~/drafting/draft-text";
import type { Deps } from "~/platform/db.server";
import { editPlan } from "~/policies/edit-policy.server";
import type { MaterialContent } from "~/policies/material-content";
import { addPlannedForm } from "~/policies/plan-forms.server";
import type { MaterialKind } from "~/policies/material";
import type { PolicyFields } from "~/policies/policy-fields";
import { preparePolicy } from "~/policies/prepare-policy.server";
import { issuePolicy, releasePolicy } from "~/policies/release-policy.server";
import { savePolicyText } from "~/policies/save-policy-text.server";
import { approvePolicy, passPolicy, submitPolicy } from "~/policies/sign-policy.server";
import { beginMaterial, editMaterial } from "~/policies/write-material.server";
import { clausesOf, dayAt, on, type Cast, type Staff, type Step } from "./story";

export interface MaterialTold {
  kind: MaterialContent["kind"];
  title: string;
  titleEn?: string;
  summary: string;
  /** Clauses are named by their printed numbers. */
  content: (clause: (number: string) => string) => MaterialContent;
  /** Adds the file that it shows to the unit's media. */
  media?: (actor: Actor, deps: Deps) => Promise<string>;
}

export interface PolicyTold {
  slug: string;
  unit: string;
  staff: Staff;
  fields: Pick<PolicyFields, "title" | "summary" | "documentKind"> & Partial<PolicyFields>;
  markdown: string;
  notes?: Record<string, string>;
  /** What stands before 〔year〕: 演示府规. */
  letters: string;
  serial: number;
  outline: string;
  materials: MaterialTold[];
  /** Forms that follow later, so many days after the release. */
  later?: { kind: MaterialKind; after: number }[];
  /** Days from the day of `now`. */
  signed: number;
  released: number;
}

const DEFAULTS: Omit<PolicyFields, "title" | "summary" | "documentKind"> = {
  titleEn: null,
  summaryEn: null,
  issuingAuthority: "海珠区（演示机关）",
  jointIssuers: null,
  topic: null,
  keywords: null,
  documentNumber: null,
  indexNumber: null,
  signedOn: null,
  effectiveFrom: null,
  validUntil: null,
  consultationSlug: null,
  proposedAttribute: "proactive",
  attributeGround: null,
  attributeReason: null,
  secrecyReview: "cleared",
  secrecyReviewer: "保密审查员（演示）",
  secrecyReviewedOn: null,
};

/** From the first sentence to the release, with what goes out in the same instant. */
export function policySteps(now: Date, cast: Cast, told: PolicyTold): Step[] {
  const { slug, staff, signed, released } = told;
  const input = { slug, version: null };
  return [
    ...preparingSteps(now, cast, told, signed - 9),
    ...told.materials.flatMap((material, index) => materialSteps(now, cast, told, material, signed - 7, index)),
    { at: on(now, signed - 3, "15:20"), run: (deps) => submitPolicy(cast(staff.handler), input, deps) },
    { at: on(now, signed - 2, "10:15"), run: (deps) => passPolicy(cast(staff.reviewer), input, deps) },
    {
      at: on(now, signed, "16:40"),
      run: (deps) => approvePolicy(cast(staff.approver), { ...input, determinedAttribute: "proactive" }, deps),
    },
    {
      at: on(now, released, "09:10"),
      run: (deps) =>
        issuePolicy(
          cast(staff.handler),
          {
            ...input,
            documentNumber: `${told.letters}〔${yearOf(dayAt(now, signed))}〕${told.serial}号`,
            indexNumber: null,
            signedOn: dayAt(now, signed),
            printedAttribute: "proactive",
          },
          deps,
        ),
    },
    { at: on(now, released, "10:00"), run: (deps) => releasePolicy(cast(staff.handler), input, deps) },
  ];
}

/** The document with its text and its plan; nothing is submitted yet. */
export function preparingSteps(now: Date, cast: Cast, told: PolicyTold, day: number): Step[] {
  const { slug, unit, staff, fields, outline, materials, later = [], released } = told;
  const handler = () => cast(staff.handler);
  const input = { slug, version: null };
  const kinds = [...new Set(materials.map(({ kind }) => kind))];
  const forms = [
    ...kinds.map((kind) => ({ kind, dueOn: null })),
    ...later.map(({ kind, after }) => ({ kind, dueOn: dayAt(now, released + after) })),
  ];
  return [
    {
      at: on(now, day, "09:20"),
      run: (deps) => preparePolicy(handler(), { ...DEFAULTS, ...fields, unit, slug }, deps),
    },
    {
      at: on(now, day, "10:05"),
      run: (deps) => savePolicyText(handler(), { ...input, clauses: textOf(told), changeNote: null }, deps),
    },
    {
      at: on(now, day, "14:30"),
      run: (deps) =>
        editPlan(
          handler(),
          {
            ...input,
            fields: {
              isInterpreted: true,
              notInterpretedReason: null,
              planOutline: outline,
              planChannels: "本网站、街道服务窗口",
              planOwner: "单位负责人（演示）",
            },
          },
          deps,
        ),
    },
    ...forms.map(({ kind, dueOn }, index) => ({
      at: on(now, day, `15:${String(10 + index).padStart(2, "0")}`),
      run: (deps: Parameters<Step["run"]>[0]) => addPlannedForm(handler(), { ...input, kind, dueOn }, deps),
    })),
  ];
}

export function materialSteps(
  now: Date,
  cast: Cast,
  told: Pick<PolicyTold, "slug" | "staff" | "markdown" | "notes">,
  { kind, title, titleEn = "", summary, content, media }: MaterialTold,
  day: number,
  index = 0,
): Step[] {
  const handler = () => cast(told.staff.handler);
  const made = { slug: "" };
  const ids = new Map(textOf(told).map(({ number }, at) => [number, `c${at + 1}`]));
  const clause = (number: string) => ids.get(number)!;
  const minute = (at: number) => String(at + index).padStart(2, "0");
  return [
    {
      at: on(now, day, `10:${minute(10)}`),
      run: async (deps) => {
        made.slug = await beginMaterial(handler(), { policy: told.slug, kind, title }, deps);
      },
    },
    {
      at: on(now, day, `16:${minute(20)}`),
      run: async (deps) => {
        const shown = media ? { media: await media(handler(), deps) } : {};
        const fields = { title, titleEn: titleEn || null, summary, content: content(clause), ...shown };
        await editMaterial(handler(), { slug: made.slug, version: null, fields }, deps);
      },
    },
  ];
}

export function textOf({ markdown, notes }: Pick<PolicyTold, "markdown" | "notes">): WrittenClause[] {
  return clausesOf(markdown, notes);
}
