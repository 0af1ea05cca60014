import { GUEST } from "~/accounts/actor";
import { builtInCalendar } from "~/calendar/holidays";
import { addDays, daysBetween, plainDateOf, type PlainDate } from "~/calendar/plain-date";
import { dueOn } from "~/calendar/working-days";
import { keepPromise, reopenMessage } from "~/messages/after-reply.server";
import { answerTheQuestion, askSender, extendMessage } from "~/messages/ask-sender.server";
import { returnAssignment } from "~/messages/assign-message.server";
import { withdrawMessage } from "~/messages/withdraw-message.server";
import { Letter, NOT_PUBLIC, shown, STAFF, UNIT } from "./letter";
import { PAST_LETTERS, type PastLetter } from "./past-letters";
import { dayAt, type Cast, type Step } from "./story";

/** The year before what is in hand: a few letters of each month, all with their end, so that figures have a year. */
export function pastYearSteps(now: Date, cast: Cast): Step[] {
  return PAST_LETTERS.flatMap((past) => stepsOf(now, cast, past));
}

function stepsOf(now: Date, cast: Cast, past: PastLetter): Step[] {
  const received = dayOfMonth(now, past.monthsBack, past.on[0]);
  const workingDay = (count: number) => daysFrom(now, dueOn(received, count, builtInCalendar));
  const letter = new Letter(now, cast, { ...past.said, unit: past.asked }, [daysFrom(now, received), past.on[1]]);
  const { returned, question, extension, withdrawn } = past;
  if (returned) {
    const { by, reason } = returned;
    letter.assign([workingDay(1), "09:10"], by).then([workingDay(2), "10:30"], (deps, number) => {
      const back = { ground: "not_our_duty" as const, proposed: UNIT[past.unit], reason };
      return returnAssignment(cast(STAFF[by].handler), { number, version: null, ...back }, deps);
    });
  }
  letter.assign(returned ? [workingDay(2), "15:20"] : [workingDay(1), "09:10"], past.unit);
  const handler = cast.bind(null, STAFF[past.unit].handler);
  if (question) {
    letter
      .then([workingDay(2), "16:10"], (deps, number) =>
        askSender(handler(), { number, version: null, text: question.text }, deps),
      )
      .then([workingDay(question.answeredAfter), "20:30"], (deps, number) =>
        answerTheQuestion(GUEST, { number, holdsReceipt: true, text: question.answer }, deps),
      );
  }
  if (extension) {
    letter.then([workingDay(6), "10:00"], (deps, number) =>
      extendMessage(handler(), { number, version: null, reason: extension }, deps),
    );
  }
  if (withdrawn) {
    letter.then([workingDay(3), "19:30"], (deps, number) =>
      withdrawMessage(GUEST, { number, holdsReceipt: true, reason: withdrawn }, deps),
    );
    return letter.steps;
  }
  return answered(now, cast, past, letter, workingDay(past.answeredAfter));
}

function answered(now: Date, cast: Cast, past: PastLetter, letter: Letter, day: number): Step[] {
  const { promise, reopening, rated, unit, said } = past;
  letter
    .submit([day, "11:20"], unit, {
      ...publicOf(past),
      text: `${said.name ?? ""}您好：${past.reply}`,
      resolution: promise ? "promised" : (past.resolution ?? "answered"),
      promisedOn: promise ? dayAt(now, day + promise.within) : null,
    })
    .approve([day, "16:40"], unit);
  if (promise) {
    letter.then([day + promise.keptAfter, "15:30"], (deps, number) =>
      keepPromise(cast(STAFF[unit].handler), { number, version: null, reason: promise.done }, deps),
    );
  }
  if (rated) letter.rate([day + (promise?.keptAfter ?? 0) + 2, "20:15"], ...rated);
  if (reopening) {
    const { reason, by, reply } = reopening;
    const again = daysFrom(now, dueOn(dayAt(now, day + 4), 4, builtInCalendar));
    letter
      .then([day + 4, "21:00"], (deps, number) => reopenMessage(GUEST, { number, holdsReceipt: true, reason }, deps))
      .assign([daysFrom(now, dueOn(dayAt(now, day + 4), 1, builtInCalendar)), "09:40"], by)
      .submit([again, "10:10"], by, { text: `${said.name ?? ""}您好：${reply}`, resolution: "solved" })
      .approve([again, "15:00"], by)
      .rate([again + 3, "19:50"], true, "solved");
  }
  return letter.steps;
}

function publicOf({ said, typical, reply }: PastLetter) {
  if (typical) return { ...shown(typical.title, typical.body, reply), display: "typical" as const };
  return said.publish === false ? NOT_PUBLIC : shown(said.title, said.body, reply);
}

function dayOfMonth(now: Date, monthsBack: number, day: number): PlainDate {
  const [year = 0, month = 0] = plainDateOf(now).split("-").map(Number);
  const months = year * 12 + month - 1 - monthsBack;
  const first = `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}-01`;
  return addDays(first, day - 1);
}

function daysFrom(now: Date, day: PlainDate): number {
  return daysBetween(plainDateOf(now), day);
}
