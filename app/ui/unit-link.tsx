import { href } from "./href";
import { OfficialText } from "./official-text";

/** A unit's name, which leads to its page. */
export function UnitLink({ unit: { code, name, nameEn } }: { unit: { code: string; name: string; nameEn: string } }) {
  return (
    <a href={href(`/units/${code}`)}>
      <OfficialText zh={name} en={nameEn} />
    </a>
  );
}
