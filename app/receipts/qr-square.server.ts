const QUIET = 4; // modules of white around, as ISO/IEC 18004 asks

/** The address as a QR code: one SVG path of its dark modules, drawn row by row. */
export async function qrSquare(address: string): Promise<{ size: number; path: string }> {
  const { default: QRCode } = await import("qrcode");
  const { modules } = QRCode.create(address, { errorCorrectionLevel: "M" });
  let path = "";
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) path += `M${column + QUIET} ${row + QUIET}h1v1h-1z`;
    }
  }
  return { size: modules.size + 2 * QUIET, path };
}
