// The one script of the site. It adds comfort to pages that work without it: pages that move by themselves, words kept
// while typing, long files that go on where the connection broke. No framework: pages are not hydrated.
import { keepDrafts } from "./ui/scripts/keep-drafts";
import { followLive } from "./ui/scripts/follow-live";
import { sendParts } from "./ui/scripts/send-parts";

keepDrafts();
followLive();
sendParts();
