/** A page as it was answered, without the marks where a line may end and where not: they are no part of what it says. */
export async function pageText(answer: Response): Promise<string> {
  return withoutMarks(await answer.text());
}

export function withoutMarks(html: string): string {
  return html.replaceAll("<wbr/>", "").replaceAll(/<span class="whole">([^<]*)<\/span>/g, "$1");
}
