import { useLanguage } from "~/i18n/strings";
import type { UnitName } from "../shown";

/** A unit's name in the reader's language. */
export function UnitText({ unit }: { unit: Pick<UnitName, "name" | "nameEn"> }) {
  return <>{useLanguage() === "en" ? unit.nameEn : unit.name}</>;
}

/** Text of several paragraphs as someone wrote it. */
export function Paragraphs({ text }: { text: string }) {
  return (
    <>
      {text
        .split(/\n+/)
        .filter((paragraph) => paragraph.trim() !== "")
        .map((paragraph, index) => (
          <p key={index} dir="auto">
            {paragraph}
          </p>
        ))}
    </>
  );
}
