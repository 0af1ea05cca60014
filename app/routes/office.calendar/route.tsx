import { data, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, type MetaFunction } from "@remix-run/react";
import { requireStaff } from "~/accounts/session.server";
import { mayEditCalendar } from "~/calendar/calendar-year";
import { TrialCount, type Trial } from "~/calendar/components/trial-count";
import { YearForm } from "~/calendar/components/year-form";
import { YearList } from "~/calendar/components/year-list";
import { editCalendar } from "~/calendar/edit-calendar.server";
import { calendarYearForm, readCalendarYear, trialParams, yearParam } from "~/calendar/forms";
import { loadCalendar } from "~/calendar/load-calendar.server";
import { plainDateOf } from "~/calendar/plain-date";
import { listYearSummaries, readYearDraft } from "~/calendar/read-calendar-page.server";
import { dueOn, explainCount, isProvisional, type Calendar } from "~/calendar/working-days";
import type { YearDraft } from "~/calendar/year-summary";
import { deskCalendar as texts } from "~/i18n/zh-CN/desk-calendar";
import { depsOf } from "~/platform/deps.server";
import { attempt, notFound, parseForm, PRIVATE, seeOther } from "~/platform/http.server";
import { readForm, type PostedForm } from "~/platform/posted-form.server";
import { requireNone } from "~/platform/refusal";
import { href } from "~/ui/href";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  if (!mayEditCalendar(await requireStaff(request, deps))) throw notFound();
  const { searchParams } = new URL(request.url);
  const year = yearParam(searchParams.get("year"));
  const trial = trialOf(searchParams, await loadCalendar(deps));
  const years = await listYearSummaries(deps);
  const draft = year === undefined ? null : await readYearDraft(deps, year);
  const saved = searchParams.get("saved") === "1" && year ? year : null;
  return data({ years, draft, trial, saved, today: plainDateOf(deps.now) }, { headers: PRIVATE });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  if (!mayEditCalendar(actor)) throw notFound();
  let posted: PostedForm | undefined;
  const tried = await attempt(async () => {
    posted = await readForm(request);
    const { input, reasons } = readCalendarYear(parseForm(calendarYearForm, posted));
    requireNone(reasons);
    await editCalendar(actor, input, deps);
    return input.year;
  });
  if (tried.ok) return seeOther(href(`/office/calendar?year=${tried.value}&saved=1`), PRIVATE);
  // A stale page is shown anew with what was saved meanwhile, any other refused one with what was posted.
  const draft = tried.status === 409 || !posted ? null : draftOf(posted);
  return data({ reasons: tried.reasons, draft }, { status: tried.status, headers: PRIVATE });
}

export const headers: HeadersFunction = ({ actionHeaders, loaderHeaders }) => actionHeaders ?? loaderHeaders;

export const meta: MetaFunction = ({ matches }) =>
  pageMeta(matches, () => ({ title: texts.title, description: texts.description, hidden: true }));

export default function OfficeCalendar() {
  const { years, draft, trial, saved, today } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const edited = refused && draft ? { ...draft, ...refused.draft } : draft;
  return (
    <Page title={texts.title} lead={<p>{texts.lead}</p>} breadcrumbs={[{ label: texts.title }]} width="wide">
      {saved && !refused && <Notice kind="settled" title={texts.saved(saved)} isLive />}
      {edited && <YearForm draft={edited} reasons={refused?.reasons ?? []} />}
      <YearList years={years} />
      <TrialCount trial={trial} today={today} />
    </Page>
  );
}

function trialOf(params: URLSearchParams, calendar: Calendar): Trial | null {
  const asked = trialParams(params);
  if (!asked) return null;
  const due = dueOn(asked.received, asked.days, calendar);
  const rows = explainCount(asked.received, asked.days, calendar);
  return { ...asked, due, rows, isProvisional: isProvisional(asked.received, due, calendar) };
}

/** What was posted, to stand in the form again. */
function draftOf({ fields }: PostedForm): Omit<YearDraft, "year"> {
  const [rest = ""] = fields.rest ?? [];
  const [work = ""] = fields.work ?? [];
  const [source = ""] = fields.source ?? [];
  const [savedAt = ""] = fields.savedAt ?? [];
  return { rest, work, source, savedAt, isPublished: fields.isPublished?.[0] === "yes" };
}
