/** A count with its noun: `1 comment`, `2 comments`, `0 comments`. The count may come formatted: `1,000`. */
export function counted(count: number | string, one: string, many = `${one}s`): string {
  return `${count} ${isOne(count) ? one : many}`;
}

/** Whether the verb after it is singular. */
export function isOne(count: number | string): boolean {
  return String(count) === "1";
}
