import { plainDateOf, type PlainDate } from "~/calendar/plain-date";
import { currentCalendar } from "~/calendar/queries.server";
import type { Reading } from "~/platform/db.server";
import type { MaterialKind } from "./material";
import { yearsOfMaterials } from "./material-list-store.server";
import { findPackages, type PackageScope } from "./published-package-store.server";
import { countRatings, countReadings } from "./reader-store.server";
import { releaseClock } from "./release-clock";

/** A document and its materials published in a period, for whoever judges how a policy was explained. */
export interface PublishedPackage {
  id: string;
  slug: string;
  title: string;
  documentNumber: string | null;
  unitCode: string;
  /** Whether the public can read the document now. */
  isReleased: boolean;
  signedOn: PlainDate | null;
  releasedAt: Date | null;
  exceptionReason: string | null;
  /** Public now, and published in the period. */
  materials: { id: string; slug: string; kind: MaterialKind; title: string; releasedAt: Date }[];
}

/** The packages of a period, newest first: of some units, some by their ids, or one by its address. */
export async function publishedPackages({ db }: Reading, scope: PackageScope): Promise<PublishedPackage[]> {
  const rows = await findPackages(db.client, scope);
  return rows.map(({ state, exceptions, materials, ...row }) => ({
    ...row,
    isReleased: state === "released",
    exceptionReason: exceptions[0]?.reason ?? null,
    materials:
      state === "released"
        ? materials.map(({ kind, releasedAt, ...one }) => ({
            ...one,
            kind: kind as MaterialKind,
            releasedAt: releasedAt!,
          }))
        : [],
  }));
}

/** How often the materials were read before a day, what their readers answered, and how many working days the release took. */
export async function packageReach(
  { db }: Reading,
  { materials, signedOn, releasedAt }: PublishedPackage,
  day: PlainDate,
) {
  const slugs = materials.map(({ slug }) => slug);
  const readings = await countReadings(db.client, "interpretation", slugs, day);
  const ratings = await countRatings(
    db.client,
    materials.map(({ id }) => id),
  );
  const answered = (answer: string) => sum([...ratings.values()].map((counts) => counts.get(answer) ?? 0));
  const clock =
    signedOn && releasedAt ? releaseClock(signedOn, plainDateOf(releasedAt), await currentCalendar(db.client)) : null;
  return {
    readings: sum([...readings.values()]),
    ratings: { yes: answered("yes"), partly: answered("partly"), no: answered("no") },
    workingDays: clock?.day ?? null,
  };
}

/** The day on which the first material was published; null while there is none. */
export async function firstMaterialOn({ db }: Reading): Promise<PlainDate | null> {
  const { first } = await yearsOfMaterials(db.client);
  return first && plainDateOf(first);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
