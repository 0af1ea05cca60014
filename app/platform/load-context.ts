import type { PageNotes } from "./kept-page";

declare module "@remix-run/server-runtime" {
  interface AppLoadContext {
    /** The instant the request arrived, by the domain's clock: a post belongs to it. */
    now: Date;
    /** The visitor's address; from X-Forwarded-For only when TRUST_PROXY names the peer. */
    address: string;
    requestId: string;
    page: PageNotes;
  }
  interface Future {
    v3_singleFetch: true;
  }
}
