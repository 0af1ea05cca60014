import { endOfDay, startOfDay, type PlainDate } from "~/calendar/plain-date";
import type { Client } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma.server/client";

/** Materials that are public and were published on these days. */
function releasedWithin({ from, to }: { from: PlainDate; to: PlainDate }): Prisma.InterpretationWhereInput {
  return { state: "released", releasedAt: { gte: startOfDay(from), lt: endOfDay(to) } };
}

export interface PackageScope {
  from: PlainDate;
  to: PlainDate;
  /** Documents of these units. */
  unitCodes?: readonly string[];
  /** These documents, whatever their state. */
  ids?: readonly string[];
  slug?: string;
}

/** Documents with those of their materials that were published on these days and still stand, newest first. */
export function findPackages(client: Client, { from, to, unitCodes, ids, slug }: PackageScope) {
  const materials = releasedWithin({ from, to });
  const named: Prisma.PolicyDocumentWhereInput[] = [
    ...(ids ? [{ id: { in: [...ids] } }] : []),
    ...(slug === undefined ? [] : [{ slug }]),
  ];
  const scope = named.length > 0 ? named : [{ state: "released" }, { materials: { some: materials } }];
  return client.policyDocument.findMany({
    where: { AND: [...scope, ...(unitCodes ? [{ unitCode: { in: [...unitCodes] } }] : [])] },
    select: {
      ...{ id: true, slug: true, state: true, title: true, documentNumber: true, unitCode: true },
      ...{ signedOn: true, releasedAt: true },
      exceptions: { where: { isSigned: true }, select: { reason: true }, orderBy: { id: "desc" }, take: 1 },
      materials: {
        where: materials,
        select: { id: true, slug: true, kind: true, title: true, releasedAt: true },
        orderBy: [{ releasedAt: "asc" }, { id: "asc" }],
      },
    },
    orderBy: [{ releasedAt: "desc" }, { id: "desc" }],
  });
}
