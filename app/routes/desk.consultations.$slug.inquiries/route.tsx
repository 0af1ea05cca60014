import { data, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, type MetaFunction } from "@remix-run/react";
import type { Actor } from "~/accounts/actor";
import { requireStaff } from "~/accounts/session.server";
import { fieldId, type RefusedForm } from "~/consultations/components/act-forms";
import { Blocked } from "~/consultations/components/blocked";
import { INQUIRY_LABELS, InquiryForm, InquiryTable, ReplyForm } from "~/consultations/components/inquiry-register";
import { RegisterFrame } from "~/consultations/components/register-frame";
import { deskConsultation } from "~/consultations/desk-queries.server";
import { inquiryForm, inquiryReplyForm } from "~/consultations/forms";
import { recordInquiry, recordReply } from "~/consultations/record-inquiry.server";
import { inquiriesPage } from "~/consultations/register-queries.server";
import { deskComments } from "~/i18n/zh-CN/desk-comments";
import { depsOf } from "~/platform/deps.server";
import { attempt, parseForm, PRIVATE, seeOther } from "~/platform/http.server";
import { readForm, typedValues, type PostedForm } from "~/platform/posted-form.server";
import { Refused } from "~/platform/refusal";
import { href } from "~/ui/href";
import { pageMeta } from "~/ui/page-meta";
import { Section } from "~/ui/section";

const texts = deskComments.inquiries;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const found = await attempt(() => inquiriesPage(actor, params.slug ?? "", deps));
  if (!found.ok) throw new Response(null, { status: found.status });
  return data(found.value, { headers: PRIVATE });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const slug = params.slug ?? "";
  let form: PostedForm | undefined;
  const tried = await attempt(async () => {
    await deskConsultation(actor, slug, deps);
    form = await readForm(request);
    await record(actor, slug, form, deps);
  });
  if (tried.ok) return seeOther(href(`/desk/consultations/${slug}/inquiries`), PRIVATE);
  const values = typedValues(form);
  const refused = { act: form?.fields.act?.[0] ?? "", reasons: tried.reasons, values };
  return data(refused, { status: tried.status, headers: PRIVATE });
}

function record(actor: Actor, slug: string, form: PostedForm, deps: ReturnType<typeof depsOf>): Promise<unknown> {
  switch (form.fields.act?.[0]) {
    case "record_inquiry":
      return recordInquiry(actor, { slug, ...parseForm(inquiryForm, form) }, deps);
    case "record_reply":
      return recordReply(actor, { slug, ...parseForm(inquiryReplyForm, form) }, deps);
    default:
      throw new Refused([{ code: "choice_unknown", field: "act" }]);
  }
}

export const headers: HeadersFunction = ({ actionHeaders, loaderHeaders }) => actionHeaders ?? loaderHeaders;

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, () => ({ title: texts.title, hidden: true }));

export default function Inquiries() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() as RefusedForm | undefined;
  const { inquiries, clauses, blocked } = page;
  const reasons = (refused?.reasons ?? []).map(({ field, ...reason }) =>
    field ? { ...reason, field: fieldId(refused!.act, field) } : reason,
  );
  return (
    <RegisterFrame
      page={page}
      place="comments"
      title={texts.title}
      lead={texts.lead}
      reasons={reasons}
      labels={INQUIRY_LABELS}
    >
      <Section title={texts.register} id="register">
        <InquiryTable inquiries={inquiries} />
      </Section>
      {blocked && blocked.length > 0 && <Blocked title={texts.cannot} reasons={blocked} />}
      {blocked?.length === 0 && (
        <>
          <Section title={texts.reply} id="reply">
            <ReplyForm open={inquiries.filter(({ repliedOn }) => !repliedOn)} clauses={clauses} refused={refused} />
          </Section>
          <Section title={texts.add} id="add">
            <InquiryForm refused={refused} />
          </Section>
        </>
      )}
    </RegisterFrame>
  );
}
