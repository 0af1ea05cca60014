import { useStrings } from "~/i18n/strings";

/** Where the script says in passing what happened: empty, and so unseen, until then. */
export function Toast() {
  const { toast } = useStrings().site;
  return (
    <div
      className="toast"
      role="status"
      data-toast=""
      data-refreshed={toast.refreshed}
      data-restored={toast.restored}
    />
  );
}
