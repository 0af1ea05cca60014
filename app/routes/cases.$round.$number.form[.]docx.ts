import type { LoaderFunctionArgs } from "@remix-run/node";
import { publicForm } from "~/nominations/case-files.server";
import { depsOf } from "~/platform/deps.server";
import { notFound, numberParam } from "~/platform/http.server";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const number = numberParam(params.number);
  const file = number === null ? null : await publicForm(depsOf(context), params.round ?? "", number);
  return file ?? notFound();
}
