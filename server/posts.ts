import type { IncomingMessage, ServerResponse } from "node:http";
import { createReadableStreamFromReadable, type ActionFunction, type ServerBuild } from "@remix-run/node";
import { fieldsOf, formArrivesFrom, isUrlencoded } from "~/platform/posted-form.server";
import { wordsIn } from "~/platform/unsent";
import { handlers } from "./handlers";
import { PostRoutes } from "./post-routes";
import { loadContext, sendRendered, type PageServer } from "./pages";
import { requestOrigin } from "./request-guards";

const REST_WITHIN_MS = 10_000;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** What an action came to: what it returned, or what it threw. */
type Outcome = { returned: unknown } | { thrown: unknown };

/**
 * Takes posts to the actions of their routes. An action that sends the browser on needs no page, and Remix is not asked:
 * it costs several times what the action does. Otherwise Remix renders the page, with what the action came to.
 */
export class PostServer {
  readonly #server: PageServer;
  readonly #loadBuild: () => Promise<ServerBuild>;
  readonly #handlerFor: PageServer["handlerFor"];
  #current: { build: ServerBuild; routes: PostRoutes } | null = null;

  constructor(server: PageServer, loadBuild: () => Promise<ServerBuild>) {
    this.#server = server;
    this.#loadBuild = loadBuild;
    this.#handlerFor = handlers(loadBuild, performedBefore);
  }

  async answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    response.once("finish", () => readToTheEnd(incoming));
    const routes = await this.#routes();
    const asked = askedBy(incoming, this.#server);
    const context = loadContext(this.#server, incoming);
    const { pathname } = new URL(asked.url);
    const found = routes.find(pathname);
    if (found) {
      const request = withBody(asked, incoming);
      const outcome = await perform(() => found.action({ request, params: found.params, context }));
      if (response.destroyed) return;
      const answer = "returned" in outcome ? outcome.returned : outcome.thrown;
      if (answer instanceof Response && (found.isPageless || REDIRECTS.has(answer.status))) {
        return send(incoming, response, answer);
      }
      context.outcomeOfPost = () => resultOf(outcome);
      context.unsent = wordsIn(await Promise.race([fieldsOf(request), nothingAfter(REST_WITHIN_MS)]));
    }
    const render = await this.#handlerFor(pathname);
    await send(incoming, response, await render(new Request(asked.url, asked), context));
  }

  async #routes(): Promise<PostRoutes> {
    const build = await this.#loadBuild();
    if (this.#current?.build !== build) this.#current = { build, routes: new PostRoutes(build) };
    return this.#current.routes;
  }
}

/** Whoever sends slowly does not hold up the answer to what is refused already. */
function nothingAfter(milliseconds: number): Promise<Record<string, string[]>> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, {}).unref());
}

/** The build whose actions say what the true ones came to, when these were performed before. */
function performedBefore(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    const perform = route.module.action;
    if (!perform) return [id, route] as const;
    const action: ActionFunction = (posted) => (posted.context.outcomeOfPost ?? (() => perform(posted)))();
    return [id, { ...route, module: { ...route.module, action } }] as const;
  });
  return { ...build, routes: Object.fromEntries(routes) };
}

async function perform(action: () => unknown): Promise<Outcome> {
  try {
    return { returned: await action() };
  } catch (error) {
    return { thrown: error };
  }
}

function resultOf(outcome: Outcome): ReturnType<ActionFunction> {
  if ("thrown" in outcome) throw outcome.thrown;
  return outcome.returned as ReturnType<ActionFunction>;
}

interface Asked {
  url: string;
  method: string;
  headers: Record<string, string>;
}

function askedBy(incoming: IncomingMessage, { env }: PageServer): Asked {
  const { url = "/", method = "POST", headers } = incoming;
  return { url: requestOrigin(incoming, env) + url, method, headers: headers as Asked["headers"] };
}

function withBody({ url, method, headers }: Asked, incoming: IncomingMessage): Request {
  if (isUrlencoded(incoming.headers["content-type"])) {
    const request = new Request(url, { method, headers });
    formArrivesFrom(request, incoming);
    return request;
  }
  const body = createReadableStreamFromReadable(incoming);
  return new Request(url, { method, headers, body, duplex: "half" } as RequestInit);
}

async function send(incoming: IncomingMessage, response: ServerResponse, answer: Response): Promise<void> {
  const body = answer.body ? Buffer.from(await answer.arrayBuffer()) : Buffer.alloc(0);
  sendRendered(incoming, response, { status: answer.status, headers: answer.headers, body }, []);
}

/**
 * An action leaves the rest of a body unread when a form is refused early; the next request on the same connection would
 * wait behind it until the connection is cut. Nobody may keep sending for long.
 */
function readToTheEnd(request: IncomingMessage): void {
  if (request.complete) return;
  request.removeAllListeners("data");
  request.resume();
  const timer = setTimeout(() => request.destroy(), REST_WITHIN_MS);
  timer.unref();
  request.once("close", () => clearTimeout(timer));
}
