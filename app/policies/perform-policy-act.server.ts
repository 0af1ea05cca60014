import { accountIdOf, type Actor } from "~/accounts/actor";
import { withCounterparts } from "~/accounts/with-counterparts.server";
import type { PlainDate } from "~/calendar/plain-date";
import { isBlank, tidyText } from "~/forms/words";
import type { Deps, Tx } from "~/platform/db.server";
import { refuseAsNotFound, Refused, requireNone, type Reason } from "~/platform/refusal";
import { keyedDigest } from "~/platform/secrets.server";
import type { PaperSignOff } from "~/reviews/paper.server";
import { digest } from "~/timeline/chain.server";
import type { Json } from "~/timeline/event";
import { transact, type NewEvent } from "~/timeline/transact.server";
import { mayAct } from "./permissions";
import { changesBy, refusals, type Act } from "./policy-package";
import {
  changePolicy,
  findAndLock,
  insertRemark,
  lastChangeOf,
  type PolicyData,
  type PolicyRecord,
} from "./policy-store.server";

/** Which document a form is about, and which version of it the person had before them. */
export interface PolicyActInput {
  slug: string;
  /** Null when a caller did not say it: then only the rules decide. The pages' own forms always send it. */
  version: number | null;
  /** The act was signed on paper: by its signer, whom the actor, who compared it with the scan, only vouches for. */
  paper?: PaperSignOff;
}

export interface PolicyActContext {
  tx: Tx;
  facts: PolicyRecord;
  record: (event: NewEvent) => void;
}

export interface PolicyWritten {
  data?: PolicyData;
  payload?: { [key: string]: Json };
  /** The stated day of what happened elsewhere. */
  happenedOn?: PlainDate;
}

export interface PolicyActSteps {
  /** What the act itself must carry; every reason at once, beside those of right, state and turn. */
  reasons?: (context: PolicyActContext) => Reason[] | Promise<Reason[]>;
  /** Writes what belongs to the act beside the document's own row. */
  write?: (context: PolicyActContext) => Promise<PolicyWritten | void>;
  event: string;
}

/**
 * One act on one package, whole or not at all: the right, the version seen, the rules, the change and its event. Acts on
 * the same document wait for each other. Refusals: `not_found` (404) without the right, `stale` (409) when somebody was
 * faster, otherwise every reason of the rules (422).
 */
export function performPolicyAct(
  actor: Actor,
  act: Act,
  input: PolicyActInput,
  deps: Deps,
  steps: PolicyActSteps,
): Promise<PolicyRecord> {
  return transact(deps, (tx, record) => performPolicyActIn({ tx, record }, actor, act, input, deps, steps));
}

/** The same in the caller's transaction: for what another act brings about. */
export async function performPolicyActIn(
  { tx, record }: Pick<PolicyActContext, "tx" | "record">,
  actor: Actor,
  act: Act,
  { slug, version, paper }: PolicyActInput,
  deps: Deps,
  steps: PolicyActSteps,
): Promise<PolicyRecord> {
  const facts = await findAndLock(tx, deps.db.engine, slug);
  const signer = paper?.signer ?? actor;
  if (!facts || !mayAct(signer, act, facts)) throw refuseAsNotFound();
  if (version !== null && facts.version !== version) throw await staleRefusal(tx, slug);
  await paper?.settle(tx);
  const context = { tx, facts, record };
  const own = (await steps.reasons?.(context)) ?? [];
  const asked = await withCounterparts(tx, signer, { kind: "policy", id: slug });
  requireNone([...refusals(act, facts, asked), ...own]);
  const written = await steps.write?.(context);
  const data = { ...changesBy(act, facts, signer, deps.now), ...written?.data };
  if (!(await changePolicy(tx, facts, data))) throw await staleRefusal(tx, slug);
  const onPaper = paper && { paper: paper.id, signer: paper.signer.accountId };
  const payload = { version: facts.version + 1, ...written?.payload, ...onPaper };
  record({
    kind: steps.event,
    subject: { kind: "policy", id: slug },
    actor,
    happenedOn: paper?.statedOn ?? written?.happenedOn,
    payload,
  });
  return { ...facts, ...data, version: facts.version + 1 } as PolicyRecord;
}

/** What whoever came second is told: by whom the document was changed, and when. */
async function staleRefusal(tx: Tx, slug: string): Promise<Refused> {
  const last = await lastChangeOf(tx, slug);
  return new Refused([{ code: "stale", params: last ?? { by: "—", at: "—" } }], 409);
}

/** Keeps what was written beside an act; the timeline gets its number and a salted digest. */
export async function keepRemark(
  { tx, facts }: Pick<PolicyActContext, "tx" | "facts">,
  actor: Actor,
  act: string,
  words: string | null | undefined,
  at: Date,
): Promise<{ remark?: number; digest?: string }> {
  const authorId = accountIdOf(actor);
  if (!words || isBlank(words) || authorId === null) return {};
  const text = tidyText(words);
  const id = await insertRemark(tx, { policyId: facts.id, authorId, act, text, at });
  return { remark: id, digest: digest(keyedDigest("policy-remark", String(id)).toString("hex"), text) };
}
