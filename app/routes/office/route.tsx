import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData, useLocation } from "@remix-run/react";
import { DeskFrame } from "~/agenda/components/desk-frame";
import { depsOf } from "~/platform/deps.server";
import { PRIVATE, seeOther } from "~/platform/http.server";
import { href } from "~/ui/href";
import { deskPerson } from "../desk/person.server";

/** What the open-government office has beside the desk. It has no first page of its own: that is the desk. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await deskPerson(request, depsOf(context));
  if (/\/office\/?$/.test(new URL(request.url).pathname)) throw seeOther(href("/desk"), PRIVATE);
  return person;
}

export default function Office() {
  const person = useLoaderData<typeof loader>();
  const { pathname } = useLocation();
  return (
    <DeskFrame person={person} pathname={pathname}>
      <Outlet />
    </DeskFrame>
  );
}
