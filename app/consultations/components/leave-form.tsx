import { useStrings } from "~/i18n/strings";
import { ActButton } from "~/ui/button";
import { href } from "~/ui/href";

/** For a computer that others use: forgets every receipt this browser holds. */
export function LeaveForm({ code }: { code: string }) {
  const { page } = useStrings().receipts;
  return (
    <form method="post" action={href(`/receipts/${code}`)} className="leave">
      <p className="actions">
        <ActButton act="leave">{page.end}</ActButton>
      </p>
      <p className="hint">{page.endNote}</p>
    </form>
  );
}
