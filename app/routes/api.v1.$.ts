import { problem } from "~/platform/http.server";

/** Whatever no other address of the interface knows, in the form programs expect. */
export function loader() {
  return problem(404, "not_found", "Not found");
}

export function action() {
  return problem(405, "method_not_allowed", "Only GET");
}
