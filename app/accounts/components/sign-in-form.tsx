import { reasonsByField, type ReasonToTell } from "~/i18n/reasons";
import { useLanguage, useStrings } from "~/i18n/strings";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { href } from "~/ui/href";

interface SignInFormProps {
  /** A path on this site to go on to; empty for the start page of the person. */
  next: string;
  username?: string;
  reasons?: ReasonToTell[];
}

/** The form keeps the username when it is refused, never the password, and never says which of them was wrong. */
export function SignInForm({ next, username, reasons = [] }: SignInFormProps) {
  const { signIn } = useStrings().accounts;
  const errors = reasonsByField(reasons, useLanguage());
  const query = next ? `?next=${encodeURIComponent(next)}` : "";
  return (
    <form method="post" action={`${href("/sign-in")}${query}`}>
      <ErrorSummary reasons={reasons} labels={{ username: signIn.username, password: signIn.password }} />
      <Field
        name="username"
        label={signIn.username}
        defaultValue={username}
        error={errors.username}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        size="medium"
        required
      />
      <Field
        name="password"
        label={signIn.password}
        type="password"
        error={errors.password}
        autoComplete="current-password"
        size="medium"
        required
      />
      <Button kind="primary">{signIn.submit}</Button>
      <p className="hint">{signIn.shared}</p>
    </form>
  );
}
