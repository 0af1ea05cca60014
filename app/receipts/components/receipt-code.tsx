import { useStrings } from "~/i18n/strings";

export interface QrSquare {
  /** Modules to a side, with the quiet zone around. */
  size: number;
  /** The dark modules as one SVG path. */
  path: string;
}

/** The code to write down, and as a picture to photograph; drawn without any style, so that the policy allows it. */
export function ReceiptCode({ spaced, qr }: { spaced: string; qr: QrSquare }) {
  const { page } = useStrings().receipts;
  return (
    <div className="receipt-code">
      <p>
        {page.code}
        <br />
        <strong className="receipt-code-text" translate="no">
          {spaced}
        </strong>
      </p>
      <svg
        className="receipt-qr"
        viewBox={`0 0 ${qr.size} ${qr.size}`}
        width="160"
        height="160"
        role="img"
        aria-label={page.qr}
        shapeRendering="crispEdges"
      >
        <rect width={qr.size} height={qr.size} fill="#fff" />
        <path d={qr.path} fill="#000" />
      </svg>
      <p className="hint">
        {page.qrNote} {page.print}
      </p>
    </div>
  );
}
