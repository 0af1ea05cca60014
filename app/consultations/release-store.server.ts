import type { Client } from "~/platform/db.server";

/** The officers' own words in an outcome: answers, and what they noted of comments. */
export async function officersWords(
  client: Client,
  consultationId: string,
): Promise<{ answers: string[]; gists: string[] }> {
  const answers = await client.response.findMany({
    where: { consultationId },
    select: { text: true },
    orderBy: { id: "asc" },
  });
  const gists = await client.comment.findMany({
    where: { consultationId, gist: { not: null } },
    select: { gist: true },
    orderBy: { number: "asc" },
  });
  return { answers: answers.map(({ text }) => text), gists: gists.map(({ gist }) => gist ?? "") };
}
