import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { endOfDay, plainDateOf } from "~/calendar/plain-date";
import { StatisticsPage } from "~/consultations/components/statistics-page";
import { answeringTimes, consultationFigures } from "~/consultations/figures.server";
import { languageOf } from "~/i18n/language";
import { depsOf } from "~/platform/deps.server";
import { notFound, pageOf } from "~/platform/http.server";
import { keepPage } from "~/platform/kept-page";
import { pageMeta } from "~/ui/page-meta";

const PAGE_SIZE = 20;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const url = new URL(request.url);
  const page = pageOf(url);
  const all = await answeringTimes(deps);
  const items = all.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  if (page > 1 && items.length === 0) throw notFound();
  keepPage(context, { tags: ["consultations", "everything"], validUntil: endOfDay(plainDateOf(context.now)) });
  const figures = await consultationFigures(deps, languageOf(request));
  const late = all.filter(({ workingDays, allowed }) => workingDays > allowed).length;
  const counts = { kept: all.length - late, late, overdue: figures.consultations.overdue };
  return { figures, times: { items, ...counts, page, pageSize: PAGE_SIZE, search: url.search } };
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageMeta(matches, ({ statistics: { title, description } }) => ({ title, description }));

export default function Statistics() {
  return <StatisticsPage {...useLoaderData<typeof loader>()} />;
}
