import type { z } from "zod";
import type { Deps } from "~/platform/db.server";
import type { attributeReview } from "./open-data";
import { publicReview } from "./public-attribute-review.server";

/** The published result of a year's review; null before it is published. */
export async function reviewData(deps: Deps, year: number | null): Promise<z.output<typeof attributeReview> | null> {
  const found = await publicReview(deps, year, { unit: "", kind: "" });
  if (!found) return null;
  const { reviewed, basis, publishedOn } = found;
  return {
    ...{ year: found.year, reviewedYear: reviewed, basis, publishedOn },
    rows: found.rows.map(({ unit, document, ...row }) => ({
      ...row,
      unitName: unit.name,
      document: document && {
        ...{ slug: document.slug, title: document.title, documentNumber: document.documentNumber },
        url: `/policies/${document.slug}`,
      },
    })),
  };
}
