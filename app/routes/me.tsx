import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePerson } from "~/accounts/session.server";
import { OwnComments } from "~/consultations/components/own-comments";
import { ownComments } from "~/consultations/receipt-queries.server";
import { useStrings } from "~/i18n/strings";
import { OwnMessages } from "~/messages/components/own-messages";
import { ownMessages } from "~/messages/receipt-queries.server";
import { depsOf } from "~/platform/deps.server";
import { pageOf, PRIVATE } from "~/platform/http.server";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";
import { Pagination } from "~/ui/pagination";
import { Section } from "~/ui/section";

const PAGE_SIZE = 20;
/** The two lists are turned apart from each other. */
const MESSAGE_PAGE = "messages";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const person = await requirePerson(request, deps);
  const url = new URL(request.url);
  const page = pageOf(url);
  const messagePage = pageOf(url, MESSAGE_PAGE);
  const comments = await ownComments(person, deps, { page, pageSize: PAGE_SIZE });
  const messages = await ownMessages(person, deps, { page: messagePage, pageSize: PAGE_SIZE });
  return { comments, messages, page, messagePage, search: url.search };
}

export const headers: HeadersFunction = () => PRIVATE;

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageMeta(matches, ({ receipts }) => ({ title: receipts.me.title, hidden: true }));

export default function Me() {
  const { comments, messages, page, messagePage, search } = useLoaderData<typeof loader>();
  const { receipts, messages: texts } = useStrings();
  const { me } = receipts;
  return (
    <Page title={me.title} lead={<p>{me.lead}</p>} breadcrumbs={[{ label: me.title }]} width="wide">
      <Section id="comments" title={me.caption}>
        <OwnComments items={comments.items} />
        {comments.total > 0 && (
          <Pagination
            {...{ page, search, total: comments.total, pageSize: PAGE_SIZE }}
            list={{ name: me.caption, key: "page" }}
          />
        )}
      </Section>
      <Section id="messages" title={texts.mine.title} lead={texts.mine.lead}>
        <OwnMessages items={messages.items} />
        {messages.total > 0 && (
          <Pagination
            {...{ page: messagePage, search, total: messages.total, pageSize: PAGE_SIZE }}
            list={{ name: texts.mine.title, key: MESSAGE_PAGE }}
          />
        )}
      </Section>
    </Page>
  );
}
