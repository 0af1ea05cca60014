/** How a message is named where comments are named by their plain number: in receipt codes and in the cookie. */
export function itemOfMessage(number: string): string {
  return `m${number}`;
}
