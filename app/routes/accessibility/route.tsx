import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { languageOf } from "~/i18n/language";
import { useStrings } from "~/i18n/strings";
import { depsOf } from "~/platform/deps.server";
import { keepPage } from "~/platform/kept-page";
import { readSiteSettings } from "~/platform/site-settings.server";
import { pageMeta } from "~/ui/page-meta";
import { siteIdentityOf } from "~/ui/site-identity";
import { StatementPage } from "~/ui/statement-page";
import results from "./results.json";
import { Results } from "./results";

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageMeta(matches, ({ accessibility }) => ({ title: accessibility.title, description: accessibility.lead }));

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { contact } = siteIdentityOf(await readSiteSettings(depsOf(context)), languageOf(request));
  keepPage(context, { tags: ["static"] });
  return { contact };
}

export default function Route() {
  const { contact } = useLoaderData<typeof loader>();
  return (
    <StatementPage statement={useStrings().accessibility} contact={contact}>
      <Results results={results} />
    </StatementPage>
  );
}
