import { data, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, type MetaFunction } from "@remix-run/react";
import { requireStaff } from "~/accounts/session.server";
import { formatCount } from "~/i18n/format";
import { deskComments } from "~/i18n/zh-CN/desk-comments";
import { deskConsultations } from "~/i18n/zh-CN/desk-consultations";
import { NoticeTable } from "~/notifications/components/notice-table";
import { tellForm } from "~/notifications/forms";
import { NOTICE_CHANNELS } from "~/notifications/notice";
import { NOTICES_PAGE_SIZE, noticesPage } from "~/notifications/queries.server";
import { recordCall } from "~/notifications/record-call.server";
import { depsOf } from "~/platform/deps.server";
import { attempt, pageOf, parseForm, PRIVATE, seeOther } from "~/platform/http.server";
import { readForm } from "~/platform/posted-form.server";
import type { Reason } from "~/platform/refusal";
import { Choice } from "~/ui/choice";
import { ErrorSummary } from "~/ui/error-summary";
import { FilterBar } from "~/ui/filter-bar";
import { href } from "~/ui/href";
import { LocalNav } from "~/ui/local-nav";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Pagination } from "~/ui/pagination";
import { Select } from "~/ui/select";

const texts = deskComments.notices;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const url = new URL(request.url);
  const channel = NOTICE_CHANNELS.find((one) => one === url.searchParams.get("channel")) ?? null;
  const asked = { channel, isOpen: url.searchParams.get("open") === "yes", page: pageOf(url) };
  const found = await attempt(() => noticesPage(actor, asked, deps));
  if (!found.ok) throw new Response(null, { status: found.status });
  return data({ ...found.value, ...asked, pageSize: NOTICES_PAGE_SIZE, search: url.search }, { headers: PRIVATE });
}

/** The list stays as it was narrowed. */
export async function action({ request, context }: ActionFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const tried = await attempt(async () => {
    const { notice } = parseForm(tellForm, await readForm(request));
    await recordCall(actor, notice, deps);
  });
  if (tried.ok) return seeOther(href(`/desk/notices${new URL(request.url).search}`), PRIVATE);
  return data({ reasons: tried.reasons }, { status: tried.status, headers: PRIVATE });
}

export const headers: HeadersFunction = ({ actionHeaders, loaderHeaders }) => actionHeaders ?? loaderHeaders;

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, () => ({ title: texts.title, hidden: true }));

export default function Notices() {
  const { rows, total, calls, channel, isOpen, page, pageSize, search } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() as { reasons: Reason[] } | undefined;
  const isCalls = channel === "phone" && isOpen;
  const places = [
    { label: texts.anyState, href: "/desk/notices", isCurrent: !isCalls },
    { label: texts.calls(formatCount(calls, "zh-CN")), href: CALLS, isCurrent: isCalls },
  ];
  return (
    <Page
      title={texts.title}
      lead={<p>{texts.lead}</p>}
      breadcrumbs={[{ label: deskConsultations.home.title, href: "/desk" }, { label: texts.title }]}
      width="wide"
    >
      <ErrorSummary reasons={(refused?.reasons ?? []).map(({ field: _field, ...reason }) => reason)} />
      <LocalNav label={texts.open} items={places} />
      <FilterBar label={texts.filters} resetHref={href("/desk/notices")}>
        <Select
          name="channel"
          label={texts.channel}
          empty={texts.anyChannel}
          defaultValue={channel ?? ""}
          options={NOTICE_CHANNELS.map((value) => ({ value, label: texts.channels[value] }))}
        />
        <Choice type="checkbox" id="open" name="open" value="yes" label={texts.onlyOpen} isChecked={isOpen} />
      </FilterBar>
      <NoticeTable rows={rows} />
      <Pagination page={page} pageSize={pageSize} total={total} search={search} />
    </Page>
  );
}

const CALLS = "/desk/notices?channel=phone&open=yes";
