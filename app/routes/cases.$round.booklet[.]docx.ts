import type { LoaderFunctionArgs } from "@remix-run/node";
import { publicBooklet } from "~/nominations/case-files.server";
import { depsOf } from "~/platform/deps.server";
import { notFound } from "~/platform/http.server";

export async function loader({ params, context }: LoaderFunctionArgs) {
  return (await publicBooklet(depsOf(context), params.round ?? "")) ?? notFound();
}
