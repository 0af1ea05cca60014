import { data, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, type MetaFunction } from "@remix-run/react";
import { requireStaff } from "~/accounts/session.server";
import { MAX_FILE_BYTES, MAX_FILES } from "~/attachments/attachment";
import { stagedUploads } from "~/attachments/keep-attachments.server";
import { deskInspections } from "~/i18n/zh-CN/desk-inspections";
import { reviewPage } from "~/inspections/attribute-review-pages.server";
import { ReviewPage } from "~/inspections/components/review-page";
import { approveAttributes, declineAttributes } from "~/inspections/decide-attribute.server";
import { approveForm, declineForm, ITEMS_REPEATABLE, publishForm, verifyReviewPaperForm } from "~/inspections/forms";
import { publishAttributeReview } from "~/inspections/open-attribute-review.server";
import { enterReviewPaper, refuseReviewPaper, verifyReviewPaper } from "~/inspections/paper-review.server";
import { depsOf } from "~/platform/deps.server";
import { attempt, numberParam, parseForm, PRIVATE, seeOther } from "~/platform/http.server";
import { discardFiles, readForm, typedValues, type PostedForm } from "~/platform/posted-form.server";
import { Refused, refuseAsNotFound } from "~/platform/refusal";
import { readEnteredPaper, readRefusedPaper } from "~/reviews/paper-entry.server";
import { href } from "~/ui/href";
import { pageMeta } from "~/ui/page-meta";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const found = await attempt(() => reviewPage(actor, numberParam(params.year), deps));
  if (!found.ok) throw new Response(null, { status: found.status });
  return data(found.value, { headers: PRIVATE });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  let form: PostedForm | undefined;
  const tried = await attempt(async () => {
    const { year, items } = await reviewPage(actor, numberParam(params.year), deps);
    form = await readForm(request, { files: { max: MAX_FILES, maxBytes: MAX_FILE_BYTES } });
    const own = (chosen: number[]) => {
      if (chosen.some((item) => !items.some(({ id }) => id === item))) throw refuseAsNotFound();
      return chosen;
    };
    switch (form.fields.act?.[0]) {
      case "approve": {
        // The reason stands in the same form, for the other button.
        delete form.fields.reason;
        await approveAttributes(actor, { items: own(parseForm(approveForm, form, ITEMS_REPEATABLE).item) }, deps);
        break;
      }
      case "decline": {
        const { item, reason } = parseForm(declineForm, form, ITEMS_REPEATABLE);
        await declineAttributes(actor, { items: own(item), reason }, deps);
        break;
      }
      case "enter_paper":
        await enterReviewPaper(actor, { year, ...(await readEnteredPaper(form, deps)) }, deps);
        break;
      case "verify_paper": {
        const { paper: id, item, words } = parseForm(verifyReviewPaperForm, form, ITEMS_REPEATABLE);
        await verifyReviewPaper(actor, { year, id, items: own(item), words }, deps);
        break;
      }
      case "refuse_paper":
        await refuseReviewPaper(actor, { year, ...readRefusedPaper(form) }, deps);
        break;
      case "publish":
        parseForm(publishForm, form);
        await publishAttributeReview(actor, { year }, deps);
        break;
      default:
        throw new Refused([{ code: "choice_unknown", field: "act" }]);
    }
    return year;
  });
  if (tried.ok) return seeOther(href(`/office/attribute-reviews/${tried.value}`), PRIVATE);
  await discardFiles(form?.files ?? []);
  const kept = await stagedUploads(deps, form?.fields.kept ?? []);
  const items = form?.fields.item ?? [];
  const refused = { act: form?.fields.act?.[0] ?? "", reasons: tried.reasons, values: typedValues(form), items, kept };
  return data(refused, { status: tried.status, headers: PRIVATE });
}

export const headers: HeadersFunction = ({ actionHeaders, loaderHeaders }) => actionHeaders ?? loaderHeaders;

export const meta: MetaFunction = ({ matches }) =>
  pageMeta(matches, () => ({ title: deskInspections.review.title, hidden: true }));

export default function OfficeAttributeReview() {
  return <ReviewPage review={useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}
