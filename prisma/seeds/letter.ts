import { GUEST } from "~/accounts/actor";
import { rateReply } from "~/messages/after-reply.server";
import { approveReply } from "~/messages/approve-reply.server";
import { assignMessage } from "~/messages/assign-message.server";
import { paragraphsOf } from "~/messages/checklist";
import type { MessageKind } from "~/messages/message";
import { postMessage } from "~/messages/post-message.server";
import type { ReplyPlan } from "~/messages/reply";
import { requestsIn } from "~/messages/requests";
import { tickRequests } from "~/messages/tick-requests.server";
import { submitReply } from "~/messages/write-reply.server";
import type { Deps } from "~/platform/db.server";
import { HOUSING, JUSTICE, on, type Cast, type Staff, type Step } from "./story";

export const UNIT = {
  housing: "housing-construction",
  justice: "justice",
  urban: "urban-management",
  education: "education",
  chigang: "chigang-street",
} as const;
export type AnsweringUnit = keyof typeof UNIT;

type Answering = Pick<Staff, "handler" | "reviewer">;
export const STAFF: Record<AnsweringUnit, Answering> = {
  housing: HOUSING,
  justice: JUSTICE,
  urban: { handler: "handler.urban", reviewer: "reviewer.urban" },
  education: { handler: "handler.education", reviewer: "reviewer.education" },
  chigang: { handler: "handler.chigang", reviewer: "reviewer.chigang" },
};

export interface Said {
  kind: MessageKind;
  title: string;
  body: string;
  name?: string;
  contact?: string;
  publish?: boolean;
  unit?: AnsweringUnit;
  about?: AnsweringUnit;
  by?: string;
}

type Work = (deps: Deps, number: string) => Promise<unknown>;

/** One message and what became of it, as a list of steps in the moving clock. */
export class Letter {
  readonly steps: Step[] = [];
  number = "";

  constructor(
    private readonly now: Date,
    private readonly cast: Cast,
    private readonly said: Said,
    when: [number, string],
  ) {
    const { unit, about, by, publish = true, name = null, contact = null, ...words } = said;
    const input = {
      ...{ ...words, name: name && `${name}（演示）`, contact, publish, key: null, uploads: [] },
      ...{ unit: unit ? UNIT[unit] : null, about: about ? UNIT[about] : null },
      submitter: "person" as const,
      language: "zh-CN" as const,
    };
    this.then(when, async (deps) => {
      this.number = (await postMessage(by ? cast(by) : GUEST, input, deps)).number;
    });
  }

  then([days, time]: [number, string], run: Work): this {
    this.steps.push({ at: on(this.now, days, time), run: (deps) => run(deps, this.number) });
    return this;
  }

  assign(when: [number, string], unit: AnsweringUnit, reason: string | null = null): this {
    const to = { unit: UNIT[unit], assisting: [], officer: null, reason };
    return this.then(when, (deps, number) =>
      assignMessage(this.cast("office"), { number, version: null, ...to }, deps),
    );
  }

  submit(when: [number, string], unit: AnsweringUnit, reply: Partial<ReplyPlan> & { text: string }): this {
    const plan: ReplyPlan & { text: string } = { ...NOT_PUBLIC, resolution: "answered", promisedOn: null, ...reply };
    return this.then(when, async (deps, number) => {
      const officer = this.cast(STAFF[unit].handler);
      const last = paragraphsOf(plan.text).length;
      const ticks = requestsIn(this.said).map(({ number: request }) => ({
        request,
        paragraph: Math.min(request, last),
        reason: null,
      }));
      if (ticks.length > 0) await tickRequests(officer, { number, ticks }, deps);
      await submitReply(officer, { number, version: null, ...plan }, deps);
    });
  }

  approve(when: [number, string], unit: AnsweringUnit): this {
    return this.then(when, (deps, number) =>
      approveReply(this.cast(STAFF[unit].reviewer), { number, version: null, remark: null }, deps),
    );
  }

  rate(when: [number, string], satisfied: boolean, result: "solved" | "promised" | "not_solved"): this {
    const rating = { satisfied, result, words: null };
    return this.then(when, (deps, number) => rateReply(GUEST, { number, holdsReceipt: true, ...rating }, deps));
  }
}

export const NOT_PUBLIC = { display: "none" as const, publicTitle: null, publicBody: null, publicReply: null };

export function shown(publicTitle: string, publicBody: string, publicReply: string) {
  return { display: "words" as const, publicTitle, publicBody, publicReply };
}
