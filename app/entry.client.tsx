// The one script of the site. It adds comfort to pages that work without it: pages that move by themselves, words kept
// while typing, keys for staff. No framework: pages are not hydrated.
import { keepDrafts } from "./ui/scripts/keep-drafts";
import { followLive } from "./ui/scripts/follow-live";
import { listenForShortcuts } from "./ui/scripts/shortcuts";

keepDrafts();
followLive();
listenForShortcuts();
