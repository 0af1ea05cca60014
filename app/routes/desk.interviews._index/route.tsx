import { data, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, type MetaFunction } from "@remix-run/react";
import { holds } from "~/accounts/actor";
import { requireStaff } from "~/accounts/session.server";
import { deskConsultations } from "~/i18n/zh-CN/desk-consultations";
import { deskInterviews } from "~/i18n/zh-CN/desk-interviews";
import { InterviewBadge } from "~/interviews/components/interview-badge";
import { deskInterviews as interviewsOf } from "~/interviews/desk-queries.server";
import { depsOf } from "~/platform/deps.server";
import { PRIVATE } from "~/platform/http.server";
import { ButtonLink } from "~/ui/button";
import { DataTable } from "~/ui/data-table";
import { DateText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { href } from "~/ui/href";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";

const { list } = deskInterviews;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const items = await interviewsOf(actor, deps);
  return data({ items, mayPrepare: holds(actor, "handling_officer") }, { headers: PRIVATE });
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, () => ({ title: list.title, hidden: true }));

export default function DeskInterviews() {
  const { items, mayPrepare } = useLoaderData<typeof loader>();
  const { columns } = list;
  return (
    <Page
      title={list.title}
      lead={<p>{list.lead}</p>}
      breadcrumbs={[{ label: deskConsultations.home.title, href: "/desk" }, { label: list.title }]}
      width="wide"
    >
      {mayPrepare && (
        <p>
          <ButtonLink href="/desk/interviews/new">{list.prepare}</ButtonLink>
        </p>
      )}
      <DataTable
        caption={list.title}
        isCaptionHidden
        rows={items}
        rowKey={({ slug }) => slug}
        empty={<EmptyState title={list.empty}>{list.emptyWhy}</EmptyState>}
        columns={[
          {
            key: "title",
            header: columns.title,
            isRowHeader: true,
            cell: ({ slug, title }) => <a href={href(`/desk/interviews/${slug}`)}>{title}</a>,
          },
          { key: "guest", header: columns.guest, cell: ({ guest }) => guest },
          { key: "begins", header: columns.begins, cell: ({ beginsAt }) => <DateText instant={beginsAt} /> },
          { key: "state", header: columns.state, kind: "tight", cell: (row) => <InterviewBadge state={row.state} /> },
        ]}
      />
    </Page>
  );
}
