import { deskQuality } from "~/i18n/zh-CN/desk-quality";
import { LocalNav } from "~/ui/local-nav";

const PLACES = {
  desk: "/desk",
  packages: "/office/packages",
  quality: "/office/quality",
  spotChecks: "/office/spot-checks",
  attributeReviews: "/office/attribute-reviews",
} as const;

/** The pages on which the office checks what is published, above each of them. */
export function OfficeNav({ current }: { current: keyof typeof PLACES }) {
  const { places, placesLabel } = deskQuality;
  const items = (Object.keys(PLACES) as (keyof typeof PLACES)[]).map((place) => ({
    label: places[place],
    href: PLACES[place],
    isCurrent: place === current,
  }));
  return (
    <div className="desk-bar">
      <LocalNav label={placesLabel} items={items} />
    </div>
  );
}
