import { notFound } from "~/platform/http.server";

/** Whatever no other route knows is answered by the site's own 404 page. */
export function loader() {
  throw notFound();
}

/** Hands on to the loader, so that the page knows its reader's language. */
export function action() {
  return null;
}

export default function Nothing() {
  return null;
}
