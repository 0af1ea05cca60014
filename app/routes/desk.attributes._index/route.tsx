import { data, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, type MetaFunction } from "@remix-run/react";
import { requireStaff } from "~/accounts/session.server";
import { deskInspections } from "~/i18n/zh-CN/desk-inspections";
import { unitReviewItems } from "~/inspections/attribute-review-pages.server";
import { UnitNotices, UnitReviews } from "~/inspections/components/unit-attributes";
import { unitNotices } from "~/inspections/spot-check-pages.server";
import { depsOf } from "~/platform/deps.server";
import { PRIVATE } from "~/platform/http.server";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";

const { home, unitPage: texts } = deskInspections;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const found = { notices: await unitNotices(actor, deps), reviews: await unitReviewItems(actor, deps) };
  return data(found, { headers: PRIVATE });
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, () => ({ title: texts.title, hidden: true }));

export default function DeskAttributes() {
  const { notices, reviews } = useLoaderData<typeof loader>();
  return (
    <Page
      title={texts.title}
      lead={<p>{texts.lead}</p>}
      breadcrumbs={[{ label: home, href: "/desk" }, { label: texts.title }]}
      width="wide"
    >
      <UnitNotices items={notices} />
      <UnitReviews items={reviews} />
    </Page>
  );
}
