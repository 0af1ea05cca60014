import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import { isElderMode, languageOf } from "./i18n/language";
import { LanguageProvider } from "./i18n/strings";
import { ClientScriptProvider } from "./platform/client-script";
import { log, pathForLog } from "./platform/log.server";
import { UnsentProvider } from "./platform/unsent";
import { ElderModeProvider } from "./ui/elder-mode";

/**
 * Renders a document at once and whole. No page hydrates, so there is nothing to stream behind the first bytes, and a
 * string is the cheapest thing React can make.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  { unsent = [] }: AppLoadContext,
) {
  const html = renderToString(
    <LanguageProvider language={languageOf(request)}>
      <ClientScriptProvider value={remix.manifest.entry.module}>
        <ElderModeProvider value={isElderMode(request)}>
          <UnsentProvider value={unsent}>
            <RemixServer context={remix} url={request.url} />
          </UnsentProvider>
        </ElderModeProvider>
      </ClientScriptProvider>
    </LanguageProvider>,
  );
  headers.set("Content-Type", "text/html; charset=utf-8");
  return new Response(Buffer.from(`<!DOCTYPE html>${html}`), { status, headers });
}

/** The visitor is told nothing of an unexpected error; the log gets it once. */
export function handleError(error: unknown, { request }: { request: Request }) {
  // What the framework itself refuses, such as a post to an address that takes none, is no fault of the product.
  const isRefusal = isRouteErrorResponse(error) && error.status < 500;
  if (!request.signal.aborted && !isRefusal)
    log().error({ err: error, path: pathForLog(new URL(request.url).pathname) });
}
