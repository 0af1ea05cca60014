import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData, useLocation } from "@remix-run/react";
import { DeskFrame } from "~/agenda/components/desk-frame";
import { depsOf } from "~/platform/deps.server";
import { deskPerson } from "./person.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  return deskPerson(request, depsOf(context));
}

export default function Desk() {
  const person = useLoaderData<typeof loader>();
  const { pathname } = useLocation();
  return (
    <DeskFrame person={person} pathname={pathname}>
      <Outlet />
    </DeskFrame>
  );
}
