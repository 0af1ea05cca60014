import type { ActionFunctionArgs } from "@remix-run/node";
import { signOut } from "~/accounts/sign-out.server";
import { depsOf } from "~/platform/deps.server";
import { notFound, PRIVATE, seeOther } from "~/platform/http.server";
import { href } from "~/ui/href";

export function loader() {
  throw notFound();
}

export async function action({ request, context }: ActionFunctionArgs) {
  const cookie = await signOut(request, depsOf(context));
  return seeOther(href("/"), { ...PRIVATE, "Set-Cookie": cookie });
}

/** Only a post signs out; to read there is nothing here but the site's 404 page. */
export default function SignOut() {
  return null;
}
