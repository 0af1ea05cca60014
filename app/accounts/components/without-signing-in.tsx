import { useStrings } from "~/i18n/strings";
import { href } from "~/ui/href";
import { Section } from "~/ui/section";

/** Nobody should make an account, or give up, for what a receipt code does. */
export function WithoutSigningIn() {
  const { without } = useStrings().accounts.signIn;
  return (
    <Section title={without.title} id="without">
      <ul>
        <li>
          <a href={href("/consultations?state=open")}>{without.comment}</a>
        </li>
        <li>
          <a href={href("/track")}>{without.track}</a>
        </li>
      </ul>
    </Section>
  );
}
