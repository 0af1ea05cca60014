// The one script of the site. It adds comfort to pages that work without it: pages that move by themselves, words kept
// while typing, reading aloud, choosing sentences of a document, files that show how far they have
// come and go on where the connection broke, keys for staff. No framework: pages are not hydrated.
import { countCharacters } from "./ui/scripts/count-characters";
import { followLive } from "./ui/scripts/follow-live";
import { keepDrafts } from "./ui/scripts/keep-drafts";
import { leadToErrors } from "./ui/scripts/lead-to-errors";
import { recordPrinting } from "./ui/scripts/print-record";
import { offerReadingAloud } from "./ui/scripts/read-aloud";
import { offerReadingAids } from "./ui/scripts/reading-aids";
import { sendFiles } from "./ui/scripts/send-files";
import { sendParts } from "./ui/scripts/send-parts";
import { listenForShortcuts } from "./ui/scripts/shortcuts";

sendParts();
enhance();
recordPrinting();
followLive();
listenForShortcuts();

const reading = document.querySelector<HTMLElement>("[data-reading]");
if (reading) void import("./ui/scripts/read-document").then(({ readDocument }) => readDocument(reading));

function enhance(): void {
  offerReadingAids();
  offerReadingAloud();
  keepDrafts();
  countCharacters();
  sendFiles(enhance);
  leadToErrors();
}
