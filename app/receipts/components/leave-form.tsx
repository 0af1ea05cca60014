import { useStrings } from "~/i18n/strings";
import { ActButton } from "~/ui/button";
import { href } from "~/ui/href";
import { Section } from "~/ui/section";

/** For a computer that others use: forgets every receipt this browser holds. */
export function LeaveForm({ code }: { code: string }) {
  const { page } = useStrings().receipts;
  return (
    <Section id="leave" title={page.end}>
      <form method="post" action={href(`/receipts/${code}`)}>
        <p>{page.endNote}</p>
        <p className="actions">
          <ActButton act="leave">{page.end}</ActButton>
        </p>
      </form>
    </Section>
  );
}
