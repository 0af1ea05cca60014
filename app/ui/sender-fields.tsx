import type { ReactNode } from "react";
import { useStrings } from "~/i18n/strings";
import type { ChoiceOption } from "./choice";
import { Field } from "./field";
import { href } from "./href";
import { RadioGroup } from "./radio-group";

interface Filled {
  values: { submitter?: string; name?: string; contact?: string; publish?: string };
  errors: Record<string, string>;
}

interface SenderProps extends Filled {
  /** Who will see it, said beside each field. */
  texts: { submitterHint: string; nameHint: string; contactHint: string };
  submitters: ChoiceOption[];
}

/** Who writes: for a comment and for a message alike, all of it optional. */
export function SenderFields({ texts, submitters, values, errors }: SenderProps) {
  const { sender } = useStrings().site;
  return (
    <>
      <RadioGroup
        name="submitter"
        label={sender.submitter}
        hint={texts.submitterHint}
        error={errors.submitter}
        defaultValue={values.submitter}
        options={submitters}
        inline
      />
      <Field
        name="name"
        label={sender.name}
        hint={texts.nameHint}
        error={errors.name}
        defaultValue={values.name}
        autoComplete="name"
        size="medium"
      />
      <Field
        name="contact"
        label={sender.contact}
        hint={texts.contactHint}
        error={errors.contact}
        defaultValue={values.contact}
        autoComplete="tel"
        autoCapitalize="none"
        spellCheck={false}
        size="medium"
      />
    </>
  );
}

interface ConsentProps extends Filled {
  texts: { publish: string; publishHint: string };
}

/** Two answers and neither chosen for anyone: silence is no consent (个人信息保护法 第二十五条). */
export function PublicationConsent({ texts, values, errors }: ConsentProps) {
  const { sender } = useStrings().site;
  return (
    <RadioGroup
      name="publish"
      label={texts.publish}
      hint={texts.publishHint}
      error={errors.publish}
      defaultValue={values.publish}
      options={[
        { value: "yes", label: sender.publishYes },
        { value: "no", label: sender.publishNo },
      ]}
    />
  );
}

interface SendingProps {
  texts: { privacy: string; submitNote: string };
  /** The buttons. */
  children: ReactNode;
}

/** What becomes of what was written, before and after it is sent. */
export function Sending({ texts, children }: SendingProps) {
  const { sender } = useStrings().site;
  return (
    <>
      <p className="hint">
        {texts.privacy}
        <a href={href("/privacy")}>{sender.privacyLink}</a>
      </p>
      <div className="actions">{children}</div>
      <p className="hint">{texts.submitNote}</p>
    </>
  );
}
