import { data, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, type MetaFunction } from "@remix-run/react";
import { requireStaff } from "~/accounts/session.server";
import { deskReviews } from "~/i18n/zh-CN/desk-reviews";
import { depsOf } from "~/platform/deps.server";
import { attempt, notFound, parseForm, PRIVATE, seeOther } from "~/platform/http.server";
import { readForm, typedValues, type PostedForm } from "~/platform/posted-form.server";
import { PeopleSetting, SheetSetting, TermLists, type RefusedTerms } from "~/reviews/components/term-lists";
import { addTerms, removeTerms, termLists } from "~/reviews/edit-terms.server";
import { addTermsForm, removeTermsForm, setPeopleForm, setSheetForm } from "~/reviews/forms";
import { mayEditTerms } from "~/reviews/permissions";
import { isSheetCompulsory, setSheetCompulsory } from "~/reviews/sheet-setting.server";
import { setReviewPeople, stageSettings } from "~/reviews/stage-setting.server";
import { ErrorSummary } from "~/ui/error-summary";
import { href } from "~/ui/href";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";

const { terms: texts } = deskReviews;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  if (!mayEditTerms(actor)) throw notFound();
  const isCompulsory = await isSheetCompulsory(deps.db.client);
  const page = { terms: await termLists(actor, deps), isCompulsory, settings: await stageSettings(deps) };
  return data(page, { headers: PRIVATE });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  if (!mayEditTerms(actor)) throw notFound();
  let form: PostedForm | undefined;
  const tried = await attempt(async () => {
    form = await readForm(request);
    if (form.fields.act?.[0] === "remove") {
      return removeTerms(actor, parseForm(removeTermsForm, form, ["term"]).term, deps);
    }
    if (form.fields.act?.[0] === "set_sheet") {
      return setSheetCompulsory(actor, parseForm(setSheetForm, form).compulsory, deps);
    }
    if (form.fields.act?.[0] === "set_people") {
      const { unit, people } = parseForm(setPeopleForm, form);
      return setReviewPeople(actor, { unitCode: unit, people }, deps);
    }
    const { kind, terms: text } = parseForm(addTermsForm, form);
    return addTerms(actor, { kind, text }, deps);
  });
  if (tried.ok) return seeOther(href("/office/words"), PRIVATE);
  const refused: RefusedTerms = { reasons: tried.reasons, values: typedValues(form) };
  return data(refused, { status: tried.status, headers: PRIVATE });
}

export const headers: HeadersFunction = ({ actionHeaders, loaderHeaders }) => actionHeaders ?? loaderHeaders;

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, () => ({ title: texts.title, hidden: true }));

export default function OfficeWords() {
  const { terms, isCompulsory, settings } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() as RefusedTerms | undefined;
  return (
    <Page title={texts.title} lead={<p>{texts.lead}</p>} breadcrumbs={[{ label: texts.title }]} width="wide">
      {refused && (
        <ErrorSummary
          reasons={refused.reasons}
          labels={{
            ...{ kind: texts.kind, terms: texts.terms, compulsory: texts.compulsory },
            ...{ unit: texts.peopleUnit, people: texts.peopleLabel },
          }}
        />
      )}
      <TermLists terms={terms} refused={refused} />
      <SheetSetting isCompulsory={isCompulsory} refused={refused} />
      <PeopleSetting settings={settings} refused={refused} />
    </Page>
  );
}
