/** Bytes from `start` to `end`, both included. */
export interface Asked {
  start: number;
  end: number;
}

/**
 * Which part of a file a `Range` header asks for (RFC 9110, section 14). Null: the whole file, also for several parts
 * or what cannot be read. `unsatisfiable`: it begins behind the file's end.
 */
export function askedRange(header: string | null, size: number): Asked | "unsatisfiable" | null {
  const found = /^bytes=(\d{0,15})-(\d{0,15})$/.exec((header ?? "").trim());
  if (!found) return null;
  const [, first = "", last = ""] = found;
  if (first === "" && last === "") return null;
  if (first === "") {
    const length = Math.min(Number(last), size);
    return length === 0 ? "unsatisfiable" : { start: size - length, end: size - 1 };
  }
  const start = Number(first);
  if (last !== "" && Number(last) < start) return null;
  if (start >= size) return "unsatisfiable";
  return { start, end: last === "" ? size - 1 : Math.min(Number(last), size - 1) };
}
