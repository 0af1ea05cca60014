import { accountIdOf, type Actor } from "~/accounts/actor";
import type { MaterialKind } from "~/policies/material";
import { beginMaterialIn } from "~/policies/write-material.server";
import type { Deps } from "~/platform/db.server";
import { performQualityAct } from "./perform-quality-act.server";
import { orderDays } from "./quality-setting.server";
import { changeOrder, insertAnswer, insertOrder } from "./quality-store.server";

/** 请责任单位重新解读: given by the office once a leader has agreed, with its ground, what is to be better, and a clock. */
export function orderReinterpretation(
  actor: Actor,
  { slug, ground, better }: { slug: string; ground: string; better: string },
  deps: Deps,
): Promise<number> {
  return performQualityAct(actor, "order", slug, deps, {
    write: async ({ tx, found }) => {
      const workingDays = await orderDays(tx);
      const id = await insertOrder(tx, {
        ...{ reportId: found.report!.id, policyId: found.policyId, ground, better, workingDays },
        ...{ orderedById: accountIdOf(actor)!, orderedAt: deps.now },
      });
      return { result: id, payload: { order: id, report: found.report!.id, workingDays } };
    },
    subject: "reinterpretation",
    event: "reinterpretation.ordered",
  });
}

/** The unit begins a material that names the order it answers. It is written and signed like any other. Its address. */
export function beginAnswer(
  actor: Actor,
  { slug, kind, title }: { slug: string; kind: MaterialKind; title: string },
  deps: Deps,
): Promise<string> {
  return performQualityAct(actor, "begin_answer", slug, deps, {
    write: async ({ tx, record, found }) => {
      const begun = await beginMaterialIn({ tx, record }, actor, { policy: slug, kind, title }, deps);
      await insertAnswer(tx, found.order!.id, begun.id);
      return { result: begun.slug, payload: { order: found.order!.id, interpretation: begun.slug } };
    },
    subject: "reinterpretation",
    event: "reinterpretation.answer_begun",
  });
}

/** The unit says that it has interpreted anew. Refusal: `answer_material_missing` until new material is released. */
export function answerOrder(actor: Actor, { slug, note }: { slug: string; note: string }, deps: Deps): Promise<void> {
  return performQualityAct(actor, "answer", slug, deps, {
    write: async ({ tx, found }) => {
      const answered = { answeredById: accountIdOf(actor), answeredAt: deps.now, answerNote: note };
      await changeOrder(tx, found.order!.id, answered);
      return { result: undefined, payload: { order: found.order!.id } };
    },
    subject: "reinterpretation",
    event: "reinterpretation.answered",
  });
}
