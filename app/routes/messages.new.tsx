import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ACCEPTED_ENDINGS, MAX_FILE_BYTES } from "~/attachments/attachment";
import { MessageFormPage } from "~/messages/components/message-form-page";
import { depsOf } from "~/platform/deps.server";
import { PRIVATE } from "~/platform/http.server";
import { randomId } from "~/platform/ids.server";
import { pageMeta } from "~/ui/page-meta";
import { openUnits } from "~/units/queries.server";

/** Never kept: each visit gets a key of its own, so that a form sent twice is one message. */
export async function loader({ context }: LoaderFunctionArgs) {
  return {
    units: await openUnits(depsOf(context)),
    formKey: randomId(),
    accept: ACCEPTED_ENDINGS,
    maxBytes: MAX_FILE_BYTES,
  };
}

export const headers = () => PRIVATE;

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageMeta(matches, ({ messages }) => ({ title: messages.form.title, description: messages.form.lead }));

export default function NewMessage() {
  return <MessageFormPage {...useLoaderData<typeof loader>()} />;
}
