import { notFound } from "~/platform/http.server";

/** Whatever no other route knows is answered by the site's own 404 page. */
export function loader() {
  throw notFound();
}

export function action() {
  throw notFound();
}

export default function Nothing() {
  return null;
}
