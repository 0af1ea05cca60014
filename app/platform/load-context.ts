import type { ActionFunction } from "@remix-run/server-runtime";
import type { PageNotes } from "./kept-page";

declare module "@remix-run/server-runtime" {
  interface AppLoadContext {
    /** The instant the request arrived, by the domain's clock: a post belongs to it. */
    now: Date;
    /** The visitor's address; from X-Forwarded-For only when TRUST_PROXY names the peer. */
    address: string;
    requestId: string;
    page: PageNotes;
    /** After a post was performed, for the page that answers it: what the action returned, or throws what it threw. */
    outcomeOfPost?: () => ReturnType<ActionFunction>;
    /** What somebody wrote into the form of a post, for the page that says that it was not taken. */
    unsent?: string[];
  }
  interface Future {
    v3_singleFetch: true;
  }
}
