/**
 * UTF-16 by its mark; UTF-8 is certain when it decodes; what does not is taken for GB18030, in which older Chinese files
 * are written. Null for what is no text in its encoding.
 */
export function decodeText(bytes: Uint8Array): { text: string; isGuessed: boolean } | null {
  const encodings = bytes[0] === 0xff && bytes[1] === 0xfe ? ["utf-16le"] : ["utf-8", "gb18030"];
  for (const encoding of encodings) {
    try {
      return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), isGuessed: encoding === "gb18030" };
    } catch {
      continue;
    }
  }
  return null;
}

export function withoutControls(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is taken out: no Office export may hold them
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, "");
}
