import { formatFileSize } from "~/i18n/format";
import { useStrings } from "~/i18n/strings";
import { deskMedia } from "~/i18n/zh-CN/desk-media";
import { ActButton } from "~/ui/button";
import { DefinitionList } from "~/ui/definition-list";
import { Section } from "~/ui/section";
import type { DeskMedia } from "../media-rows";

const { one, list } = deskMedia;

export function MediaFacts({ media }: { media: DeskMedia }) {
  const { media: terms } = useStrings();
  const { kind, isAnimated, size, durationMs, width, height, fileName, isPublic, isUsed } = media;
  const seconds = durationMs === null ? null : Math.round(durationMs / 1000);
  return (
    <DefinitionList
      items={[
        { term: one.kind, description: isAnimated ? terms.animated : terms.kinds[kind] },
        { term: one.size, description: formatFileSize(size) },
        {
          term: one.duration,
          description: seconds === null ? null : terms.duration(Math.floor(seconds / 60), seconds % 60),
        },
        { term: one.dimensions, description: width !== null && height !== null ? one.dots(width, height) : null },
        { term: one.fileName, description: <bdi>{fileName}</bdi> },
        { term: list.state, description: isPublic ? list.isPublic : isUsed ? list.used : list.unused },
      ]}
    />
  );
}

export function RemoveMedia({ media: { mayRemove, isUsed } }: { media: DeskMedia }) {
  if (!mayRemove && !isUsed) return null;
  return (
    <Section title={one.removeTitle} id="remove">
      {mayRemove ? (
        <form method="post">
          <p>{one.removeNote}</p>
          <p className="actions">
            <ActButton act="remove" kind="danger">
              {one.remove}
            </ActButton>
          </p>
        </form>
      ) : (
        <p>{one.cannotRemove}</p>
      )}
    </Section>
  );
}
