// The one script of the site. It adds comfort to pages that work without it: pages that move by themselves, words kept
// while typing, choosing sentences of a document. No framework: pages are not hydrated.
import { keepDrafts } from "./ui/scripts/keep-drafts";
import { followLive } from "./ui/scripts/follow-live";

keepDrafts();
followLive();
const reading = document.querySelector<HTMLElement>("[data-reading]");
if (reading) void import("./ui/scripts/read-document").then(({ readDocument }) => readDocument(reading));
