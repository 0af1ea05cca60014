import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireStaff } from "~/accounts/session.server";
import { messageAids } from "~/messages/aids-queries.server";
import { messageBench } from "~/messages/desk-queries.server";
import { depsOf } from "~/platform/deps.server";
import { attempt, notFound, PRIVATE } from "~/platform/http.server";

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const actor = await requireStaff(request, deps);
  const number = params.number ?? "";
  const found = await attempt(async () => ({
    bench: await messageBench(actor, number, deps),
    aids: await messageAids(actor, number, deps),
  }));
  if (!found.ok) return notFound();
  const headers = {
    ...PRIVATE,
    "Content-Type": DOCX,
    "Content-Disposition": `attachment; filename="message-${number}.docx"`,
  };
  // The library that writes Word files is loaded only when somebody asks for one.
  const { messageSheet } = await import("~/messages/message-sheet.server");
  return new Response((await messageSheet(found.value.bench, found.value.aids)) as BodyInit, { headers });
}
