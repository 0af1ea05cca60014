import type { Actor } from "~/accounts/actor";
import type { Database, Deps, Tx } from "~/platform/db.server";
import { Together } from "~/platform/together.server";
import { transact, transactSql } from "~/timeline/transact.server";
import { changesBy } from "./consultation";
import { changeConsultation, findAndLock } from "./consultation-store.server";
import {
  receive,
  type Answer,
  type CommentInput,
  type Post,
  type Receipt,
  type Recorder,
  type Taken,
} from "./receive-comments.server";

export type { CommentInput, Receipt };

/**
 * Takes a comment from the public. The answer comes only after the commit is durable. `deps.now` is the instant the
 * request arrived: a comment sent at 23:59:59 of the last day is in time, however long the queue (民法典 第二百零三条).
 * Refusals: `not_found` (404); not open, too long, unknown clause, files that are gone (422).
 */
export async function postComment(actor: Actor, input: CommentInput, deps: Deps): Promise<Receipt> {
  const post = { actor, input, key: input.key && `${input.slug}:${input.key}`, deps };
  // Files that are gone are found out about while storing: that must not be the trouble of other people's comments.
  const answer = input.uploads.length > 0 ? receiveOne(post) : arrivingAt(deps.db).do(post);
  return (await answer) ?? transact(deps, (tx, record) => receiveAlone(tx, record, post));
}

const arriving = new WeakMap<Database, Together<Post, Answer>>();

/** Before a closing a hundred posts arrive in the time that one takes: those are stored in one transaction. */
function arrivingAt(db: Database): Together<Post, Answer> {
  const known = arriving.get(db) ?? new Together(receiveMany);
  arriving.set(db, known);
  return known;
}

/** When a statement fails for all, it is found out for whom, by taking each alone; nothing was stored before. */
async function receiveMany(posts: Post[]): Promise<PromiseSettledResult<Answer>[]> {
  if (posts.length === 1) return Promise.allSettled(posts.map(receiveOne));
  const { db } = posts[0]!.deps;
  const now = new Date(Math.max(...posts.map(({ deps }) => deps.now.getTime())));
  let isReceived = false;
  try {
    return await transactSql({ db, now }, async (tx, record) => {
      isReceived = false;
      const answers = await receive(tx, record, posts);
      isReceived = true;
      return answers;
    });
  } catch (error) {
    // From here on it may be stored, although its commit failed: a second attempt could make two comments of one.
    if (isReceived) throw error;
    return Promise.allSettled(posts.map(receiveOne));
  }
}

function receiveOne(post: Post): Promise<Answer> {
  return transactSql(post.deps, async (tx, record) => outcomeOf((await receive(tx, record, [post]))[0]!));
}

async function receiveAlone(tx: Tx, record: Recorder, post: Post): Promise<Receipt> {
  await findAndLock(tx, post.deps.db.engine, post.input.slug, "update");
  const [answer] = await receive(tx, record, [post], (taken) => reopen(tx, record, taken));
  return outcomeOf(answer!)!;
}

function outcomeOf(answer: PromiseSettledResult<Answer>): Answer {
  if (answer.status === "rejected") throw answer.reason;
  return answer.value;
}

/** It was sent in time but stored after the outcome went to review: the outcome goes back, so that it is not silent. */
async function reopen(tx: Tx, record: Recorder, { post: { actor, deps }, target, comment }: Taken): Promise<void> {
  await changeConsultation(tx, target, changesBy("post", target, actor, deps.now));
  record({
    kind: "consultation.outcome_returned",
    subject: { kind: "consultation", id: target.slug },
    actor: { kind: "system", name: "post" },
    payload: { version: target.version + 1, comment: comment.number },
  });
}
