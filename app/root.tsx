import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { isRouteErrorResponse, Links, Meta, Outlet, useRouteError, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { isElderMode, languageOf } from "~/i18n/language";
import { LanguageProvider, strings, useLanguage } from "~/i18n/strings";
import { useClientScript } from "~/platform/client-script";
import { depsOf } from "~/platform/deps.server";
import { env } from "~/platform/env.server";
import { useUnsent } from "~/platform/unsent";
import { readSiteSettings } from "~/platform/site-settings.server";
import { useElderMode } from "~/ui/elder-mode";
import { ErrorPage, errorTitle } from "~/ui/error-page";
import { href } from "~/ui/href";
import { pageMeta } from "~/ui/page-meta";
import { SiteFooter } from "~/ui/site-footer";
import { SiteHeader } from "~/ui/site-header";
import { siteIdentityOf } from "~/ui/site-identity";
import { Toast } from "~/ui/toast";
import keptDisplay from "~/ui/scripts/kept-display.js?url&no-inline";
import styles from "~/ui/styles.css?url";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: href("/favicon.svg"), type: "image/svg+xml" },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const language = languageOf(request);
  const settings = await readSiteSettings(depsOf(context));
  return {
    language,
    elder: isElderMode(request),
    demo: env().DEMO,
    path: pathOf(request),
    address: `${env().PUBLIC_URL ?? ""}${pathOf(request)}`,
    asOf: context.now,
    identity: siteIdentityOf(settings, language),
  };
}

/** What a page says of itself when it has no meta of its own, and what an error page says. */
export const meta: MetaFunction<typeof loader> = ({ matches, error }) =>
  pageMeta(matches, (strings) => (error ? { title: errorTitle(statusOf(error), strings), hidden: true } : {}));

export function Layout({ children }: { children: ReactNode }) {
  const { language, elder, demo, path, address, asOf, identity } = useFrame();
  const script = useClientScript();
  const { site } = strings(language);
  return (
    <html lang={language} className={elder ? "elder" : undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="format-detection" content="telephone=no" />
        <Meta />
        <Links />
        {/* Nothing is painted before the head of the page is there in whole: a half of it would move. */}
        <link rel="expect" href="#page-body" {...{ blocking: "render" }} />
        {script && <script src={keptDisplay} />}
        {script && <script type="module" src={script} />}
      </head>
      <body>
        <LanguageProvider language={language}>
          <a className="skip-link" href="#main">
            {site.skip}
          </a>
          <SiteHeader name={identity.name} path={path} isElder={elder} isDemo={demo} />
          <main id="main" tabIndex={-1}>
            {children}
          </main>
          <Toast />
          <SiteFooter identity={identity} address={address} asOf={asOf} isDemo={demo} />
        </LanguageProvider>
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <ErrorPage status={statusOf(useRouteError())} unsent={useUnsent()} />;
}

function useFrame() {
  const loaded = useRouteLoaderData<typeof loader>("root");
  // An action or the loader itself may have failed before anything was loaded: then only the reader's own choices are known.
  const language = useLanguage();
  const elder = useElderMode();
  if (loaded) return loaded;
  const identity = siteIdentityOf({}, language);
  return { language, elder, demo: false, path: null, address: href("/"), asOf: undefined, identity };
}

function statusOf(error: unknown): number {
  return isRouteErrorResponse(error) ? error.status : 500;
}

/** The address without the choice of language and elder mode: both switches write theirs into it. */
function pathOf(request: Request): string {
  const url = new URL(request.url);
  url.searchParams.delete("lang");
  url.searchParams.delete("elder");
  return href(url.pathname) + url.search;
}
