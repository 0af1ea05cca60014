import { holds, type Person } from "~/accounts/actor";
import { staffOf } from "~/accounts/queries.server";
import { handOverConsultations } from "~/consultations/hand-over-consultations.server";
import { arrangeDeputy } from "~/deputies/arrange-deputy.server";
import type { AbsentRow, HandOverResult } from "~/deputies/deputies-facts";
import { absentPeople } from "~/deputies/deputies-queries.server";
import { endDeputy } from "~/deputies/end-deputy.server";
import type { DeputiesForm } from "~/deputies/forms";
import { setAbsence } from "~/deputies/set-absence.server";
import { deskAgenda } from "~/i18n/zh-CN/desk-agenda";
import { messagesOfOfficer } from "~/messages/desk-queries.server";
import { handOverMessages } from "~/messages/hand-over-messages.server";
import type { depsOf } from "~/platform/deps.server";
import { refuseAsNotFound } from "~/platform/refusal";
import { readAgendaFilter } from "~/agenda/filter";
import { agendaPage } from "../desk._index/agenda.server";

type Deps = ReturnType<typeof depsOf>;

const EVERYTHING = readAgendaFilter(new URLSearchParams());

/** What waits for each person who is away, from the desks of all domains. */
export async function absentRows(actor: Person, deps: Deps): Promise<AbsentRow[]> {
  const away = await absentPeople(actor, deps);
  return Promise.all(
    away.map(async ({ person, ...absence }) => {
      const { rows } = await agendaPage(person, { filter: EVERYTHING, page: 1 }, deps);
      const waiting = rows.map(({ task, title, href, dueOn }) => ({
        label: `${deskAgenda.tasks[task]}：${title}`,
        path: href,
        dueOn,
      }));
      const held = (await messagesOfOfficer(person, deps)).map(({ number, title, dueOn }) => ({
        ...{ label: `${number} ${title}`, path: `/desk/messages/${number}`, dueOn },
      }));
      return { id: person.accountId, name: person.name, ...absence, waiting: [...waiting, ...held] };
    }),
  );
}

/** Performs what was posted; the result of a hand-over is for the page to tell. */
export async function perform(actor: Person, form: DeputiesForm, deps: Deps): Promise<HandOverResult | null> {
  switch (form.act) {
    case "arrange":
      await arrangeDeputy(actor, form, deps);
      return null;
    case "end":
      await endDeputy(actor, Number(form.arrangement), deps);
      return null;
    case "set_absence":
      await setAbsence(actor, form.days, deps);
      return null;
    case "hand_over":
      return handOver(actor, form, deps);
  }
}

async function handOver(actor: Person, form: { from: string; to: string }, deps: Deps): Promise<HandOverResult> {
  const to = (await staffOf(deps, null)).find(({ accountId }) => accountId === form.to);
  if (!to || !holds(actor, "approver")) throw refuseAsNotFound();
  const matters = await handOverConsultations(actor, { from: form.from, to }, deps);
  const messages = await handOverMessages(actor, { from: form.from, to: to.accountId }, deps);
  return {
    moved: [...matters.moved, ...messages.moved].map(({ title }) => title),
    failed: [
      ...matters.failed.map(({ slug, ...failed }) => ({ ...failed, path: `/desk/consultations/${slug}` })),
      ...messages.failed.map(({ number, ...failed }) => ({ ...failed, path: `/desk/messages/${number}` })),
    ],
  };
}
