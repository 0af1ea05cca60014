import { useStrings } from "~/i18n/strings";
import { DefinitionList } from "~/ui/definition-list";
import { Section } from "~/ui/section";

interface HowToVerifyProps {
  genesis: string;
  /** A head to show in the command; any that the reader has kept will do. */
  example: { seq: number; hash: string } | undefined;
}

/** What the timeline holds, and how anybody can find out whether it was rewritten. */
export function HowToVerify({ genesis, example }: HowToVerifyProps) {
  const { what, verify } = useStrings().timeline;
  const head = example ? `${example.seq}:${example.hash}` : "SEQ:HASH";
  return (
    <>
      <Section title={what.title} id="what">
        <ul>
          {what.points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      </Section>
      <Section title={verify.title} id="verify" lead={verify.lead}>
        <ol>
          {verify.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <DefinitionList
          items={[
            {
              term: verify.command,
              description: <code>{`npm run timeline:verify -- --head ${head}`}</code>,
            },
            { term: verify.genesis, description: <code>{genesis}</code> },
          ]}
        />
        <p>{verify.how}</p>
      </Section>
    </>
  );
}
