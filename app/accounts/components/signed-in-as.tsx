import { useStrings } from "~/i18n/strings";
import { Notice } from "~/ui/notice";
import { SignOutButton } from "./sign-out-button";

export function SignedInAs({ name }: { name: string }) {
  const { signIn } = useStrings().accounts;
  return (
    <Notice title={signIn.already(name)}>
      <SignOutButton />
    </Notice>
  );
}
