import { data, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, type MetaFunction } from "@remix-run/react";
import { isStaff } from "~/accounts/actor";
import { SignInForm } from "~/accounts/components/sign-in-form";
import { SignedInAs } from "~/accounts/components/signed-in-as";
import { WithoutSigningIn } from "~/accounts/components/without-signing-in";
import { signInForm } from "~/accounts/forms";
import { localPath } from "~/accounts/local-path";
import { getActor } from "~/accounts/session.server";
import { signIn } from "~/accounts/sign-in.server";
import { useStrings } from "~/i18n/strings";
import { depsOf } from "~/platform/deps.server";
import { attempt, parseForm, PRIVATE, seeOther } from "~/platform/http.server";
import { readForm } from "~/platform/posted-form.server";
import { href } from "~/ui/href";
import { Page } from "~/ui/page";
import { pageMeta } from "~/ui/page-meta";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await getActor(request, depsOf(context));
  return data({ next: nextOf(request), name: actor.kind === "person" ? actor.name : null }, { headers: PRIVATE });
}

export async function action({ request, context }: ActionFunctionArgs) {
  let username = "";
  const tried = await attempt(async () => {
    const posted = await readForm(request);
    username = posted.fields.username?.[0] ?? "";
    return signIn(parseForm(signInForm, posted), { request, address: context.address }, depsOf(context));
  });
  if (tried.ok) {
    const { person, cookie } = tried.value;
    const fallback = isStaff(person) ? "/desk" : "/me";
    return seeOther(href(localPath(nextOf(request), fallback)), { ...PRIVATE, "Set-Cookie": cookie });
  }
  const wait = tried.reasons.find(({ code }) => code === "sign_in_throttled")?.params?.seconds;
  const headers = { ...PRIVATE, ...(wait !== undefined && { "Retry-After": String(wait) }) };
  return data({ reasons: tried.reasons, username: username.slice(0, 200) }, { status: tried.status, headers });
}

export const headers: HeadersFunction = ({ actionHeaders, loaderHeaders }) => actionHeaders ?? loaderHeaders;

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageMeta(matches, ({ accounts }) => ({
    title: accounts.signIn.title,
    description: accounts.signIn.description,
    hidden: true,
  }));

export default function SignIn() {
  const { next, name } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { signIn } = useStrings().accounts;
  return (
    <Page title={signIn.title} lead={<p>{signIn.lead}</p>} breadcrumbs={[{ label: signIn.title }]}>
      {name && <SignedInAs name={name} />}
      <SignInForm next={next} username={refused?.username} reasons={refused?.reasons} />
      <WithoutSigningIn />
    </Page>
  );
}

function nextOf(request: Request): string {
  return localPath(new URL(request.url).searchParams.get("next"), "");
}
