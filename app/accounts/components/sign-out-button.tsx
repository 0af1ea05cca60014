import { useStrings } from "~/i18n/strings";
import { Button } from "~/ui/button";
import { href } from "~/ui/href";

/** Signing out changes something, so it is a form of its own and not a link. */
export function SignOutButton() {
  const { accounts } = useStrings();
  return (
    <form method="post" action={href("/sign-out")}>
      <Button kind="quiet">{accounts.signOut}</Button>
    </form>
  );
}
