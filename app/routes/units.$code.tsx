import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { endOfDay, plainDateOf } from "~/calendar/plain-date";
import { listPublicConsultations } from "~/consultations/public-queries.server";
import { UnitPage } from "~/messages/components/unit-page";
import { messageFigures } from "~/messages/figures.server";
import { unitMatters } from "~/messages/keep-unit-words.server";
import { messageYears } from "~/messages/public-queries.server";
import { caseRecordOf } from "~/nominations/public-cases.server";
import { depsOf } from "~/platform/deps.server";
import { filterOf, notFound } from "~/platform/http.server";
import { keepPage } from "~/platform/kept-page";
import { listPublicMaterials } from "~/policies/public-materials.server";
import { listPublicPolicies } from "~/policies/public-policies.server";
import { pageMeta } from "~/ui/page-meta";
import { unitByCode } from "~/units/queries.server";

const SHOWN = { page: 1, pageSize: 5 };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const unit = await unitByCode(deps, params.code ?? "");
  if (!unit) throw notFound();
  keepPage(context, {
    tags: ["consultations", "policies", "messages", "cases", "everything"],
    validUntil: endOfDay(plainDateOf(context.now)),
  });
  const filter = { q: "", unit: unit.code, state: "", year: "" };
  const asked = { year: filterOf(new URL(request.url), "year"), month: "", unit: unit.code };
  return {
    ...{ unit, matters: await unitMatters(deps, unit.code), years: await messageYears(deps) },
    figures: await messageFigures(deps, asked),
    consultations: await listPublicConsultations(deps, { ...filter, state: "open" }, SHOWN),
    policies: await listPublicPolicies(deps, filter, SHOWN),
    materials: await listPublicMaterials(deps, { ...filter, kind: "" }, SHOWN),
    cases: await caseRecordOf(deps, unit.code),
  };
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, ({ units }, language) => {
    const { name, nameEn } = data?.unit ?? { name: "", nameEn: "" };
    const title = language === "en" ? nameEn : name;
    return { title, description: units.description(title) };
  });

export default function Unit() {
  return <UnitPage {...useLoaderData<typeof loader>()} />;
}
