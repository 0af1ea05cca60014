import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { endOfDay, plainDateOf } from "~/calendar/plain-date";
import { useStrings } from "~/i18n/strings";
import { depsOf } from "~/platform/deps.server";
import { notFound, pageOf } from "~/platform/http.server";
import { keepPage } from "~/platform/kept-page";
import { GENESIS_HASH } from "~/timeline/chain.server";
import { DailyHeads } from "~/timeline/components/daily-heads";
import { HowToVerify } from "~/timeline/components/how-to-verify";
import { dailyHeads } from "~/timeline/queries.server";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";

const PAGE_SIZE = 30;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = pageOf(new URL(request.url));
  const today = plainDateOf(context.now);
  keepPage(context, { tags: ["timeline"], validUntil: endOfDay(today) });
  const heads = await dailyHeads(depsOf(context), { page, pageSize: PAGE_SIZE });
  if (page > 1 && heads.items.length === 0) throw notFound();
  return { ...heads, page, pageSize: PAGE_SIZE, today, genesis: GENESIS_HASH };
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageMeta(matches, ({ timeline }) => ({ title: timeline.title, description: timeline.description }));

export default function Timeline() {
  const { genesis, ...heads } = useLoaderData<typeof loader>();
  const { timeline } = useStrings();
  return (
    <Page title={timeline.title} lead={<p>{timeline.lead}</p>} breadcrumbs={[{ label: timeline.title }]} width="wide">
      <DailyHeads {...heads} />
      <HowToVerify genesis={genesis} example={heads.items[0]} />
    </Page>
  );
}
