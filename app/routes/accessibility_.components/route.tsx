import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useStrings } from "~/i18n/strings";
import { env } from "~/platform/env.server";
import { notFound } from "~/platform/http.server";
import { keepPage } from "~/platform/kept-page";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import {
  ActionSamples,
  CallSamples,
  ColourSamples,
  MeasureSamples,
  NoticeSamples,
  StateSamples,
  TypeSamples,
} from "./basics";
import { ChartSamples } from "./charts";
import { DateSamples, StepSamples, TextSamples, ThreadSamples } from "./document";
import { EmptySamples, FactSamples, FormSamples, TableSamples } from "./forms";

/** Every component on one page, for whoever checks or changes them. An installation in use has no such page. */
export function loader({ context }: LoaderFunctionArgs) {
  if (!env().DEMO) throw notFound();
  keepPage(context, { tags: ["static"] });
  return null;
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageMeta(matches, ({ components }) => ({ title: components.title, hidden: true }));

export default function Components() {
  const { accessibility, components } = useStrings();
  return (
    <Page
      title={components.title}
      lead={<p>{components.lead}</p>}
      breadcrumbs={[{ label: accessibility.title, href: "/accessibility" }, { label: components.title }]}
      width="wide"
    >
      <TypeSamples />
      <ColourSamples />
      <MeasureSamples />
      <ActionSamples />
      <CallSamples />
      <StateSamples />
      <NoticeSamples />
      <DateSamples />
      <StepSamples />
      <ThreadSamples />
      <TextSamples />
      <FormSamples />
      <TableSamples />
      <FactSamples />
      <ChartSamples />
      <EmptySamples />
    </Page>
  );
}
