import { formatDate } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { ButtonLink } from "~/ui/button";
import { MediaPlayer } from "~/media/components/media-player";
import type { MediaFile } from "~/media/media-file";
import { DataTable } from "~/ui/data-table";
import { DefinitionList } from "~/ui/definition-list";
import { OfficialText, Paragraphs } from "~/ui/official-text";
import { Section } from "~/ui/section";
import { chartRefusals } from "../chart-table";
import type { ContentOf, MaterialContent } from "../material-content";
import { MaterialChart } from "./material-chart";
import { Paired, type QuotedClauseFacts } from "./clause-quotes";

interface BodyProps {
  slug: string;
  policySlug: string;
  content: MaterialContent;
  media: MediaFile | null;
  clauses: QuotedClauseFacts[];
}

/** What a material says, in the way of its kind, each passage beside the clauses it explains. */
export function MaterialBody({ content, slug, media, ...place }: BodyProps) {
  switch (content.kind) {
    case "qa":
      return <Questions content={content} {...place} />;
    case "case":
      return <CaseStory content={content} slug={slug} {...place} />;
    case "chart":
      return <TableBody content={content} media={media} {...place} />;
    case "text":
      return <Words body={content.body} ids={content.clauses} {...place} />;
    case "audio_video":
    case "animation":
      return <Recording content={content} media={media} {...place} />;
    default:
      return <Statement content={content} {...place} />;
  }
}

type Place = Omit<BodyProps, "content" | "slug" | "media">;

function Words({ body, ids, ...place }: Place & { body: string; ids: readonly string[] }) {
  return (
    <Paired {...place} ids={ids} isAnchored>
      <div className="plain-words" lang="zh-CN">
        <Paragraphs text={body} />
      </div>
    </Paired>
  );
}

function Questions({ content: { items }, ...place }: Place & { content: ContentOf<"qa"> }) {
  const anchors = anchorsOf(items);
  return (
    <>
      {items.map(({ question, answer, clauses: ids }, index) => (
        <Paired key={index} {...place} ids={ids}>
          <div className="plain-words" id={anchors[index]} lang="zh-CN">
            <h2 className="question">{question}</h2>
            <Paragraphs text={answer} />
          </div>
        </Paired>
      ))}
    </>
  );
}

/** A clause leads to the first question about it, and no question is led to by two names. */
function anchorsOf(items: ContentOf<"qa">["items"]): (string | undefined)[] {
  const seen = new Set<string>();
  return items.map(({ clauses }) => {
    const anchor = clauses.find((id) => !seen.has(id));
    for (const id of clauses) seen.add(id);
    return anchor;
  });
}

function CaseStory({ content, slug, ...place }: Place & { content: ContentOf<"case">; slug: string }) {
  const { materials } = useStrings().policies;
  const { situation, rule, result, clauses: ids, guide } = content;
  const part = (title: string, text: string) => (
    <Section title={title}>
      <div className="plain-words" lang="zh-CN">
        <Paragraphs text={text} />
      </div>
    </Section>
  );
  return (
    <>
      {part(materials.situation, situation)}
      <Paired {...place} ids={ids} isAnchored>
        {part(materials.rule, rule)}
      </Paired>
      {part(materials.result, result)}
      {guide.length > 0 && (
        <Section title={materials.guideTitle} id="guide" lead={materials.guideText(guide.length)}>
          <p>
            <ButtonLink href={`/interpretations/${slug}/guide`}>{materials.guideStart}</ButtonLink>
          </p>
        </Section>
      )}
    </>
  );
}

interface RecordingProps extends Place {
  content: ContentOf<"audio_video" | "animation">;
  media: MediaFile | null;
}

function Recording({ content: { body, clauses: ids }, media, ...place }: RecordingProps) {
  return (
    <Paired {...place} ids={ids} isAnchored>
      {body && (
        <div className="plain-words" lang="zh-CN">
          <Paragraphs text={body} />
        </div>
      )}
      {media && <MediaPlayer media={media} />}
    </Paired>
  );
}

function TableBody({ content, media, ...place }: Place & { content: ContentOf<"chart">; media: MediaFile | null }) {
  const { materials } = useStrings().policies;
  const { form, table, note, clauses: ids } = content;
  const [head = [], ...rows] = table;
  // Unfinished work is looked at too: what cannot be drawn yet is shown as its table.
  const isDrawn = form !== "picture" && form !== "table" && chartRefusals(table, form).length === 0;
  return (
    <Paired {...place} ids={ids} isAnchored>
      <div lang="zh-CN">
        {form === "picture" && media && <MediaPlayer media={media} />}
        {isDrawn && <MaterialChart form={form} table={table} />}
        {!isDrawn && rows.length > 0 && <Rows head={head} rows={rows} caption={materials.table} />}
        {note && (
          <p className="hint">
            {materials.tableNote}
            {note}
          </p>
        )}
      </div>
    </Paired>
  );
}

function Rows({ head, rows, caption }: { head: string[]; rows: string[][]; caption: string }) {
  return (
    <DataTable
      caption={caption}
      rows={rows.map((cells, index) => ({ cells, index }))}
      rowKey={({ index }) => index}
      columns={head.map((header, column) => ({
        key: String(column),
        header,
        isRowHeader: column === 0,
        cell: ({ cells }: { cells: string[] }) => cells[column] ?? "",
      }))}
    />
  );
}

function Statement({ content, ...place }: Place & { content: ContentOf<"expert" | "media" | "press_conference"> }) {
  const language = useLanguage();
  const { materials } = useStrings().policies;
  const day = (value: string) => (value ? formatDate(value, language) : null);
  const words = (value: string) => value && <OfficialText zh={value} />;
  const facts =
    content.kind === "press_conference"
      ? [
          { term: materials.heldOn, description: day(content.heldOn) },
          { term: materials.place, description: words(content.place) },
          { term: materials.speakers, description: words(content.speakers) },
        ]
      : [
          { term: materials.speaker, description: words(content.speaker) },
          { term: materials.role, description: words(content.role) },
          { term: materials.saidOn, description: day(content.saidOn) },
          { term: materials.source, description: words(content.source) },
        ];
  return (
    <>
      <DefinitionList items={facts} />
      <Words body={content.body} ids={content.clauses} {...place} />
    </>
  );
}
