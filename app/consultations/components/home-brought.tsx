import { formatCount } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { DiffText } from "~/ui/diff-text";
import { href } from "~/ui/href";
import { Thread, type ThreadKnot } from "~/ui/thread";
import { shortened, shortenedRuns, type Piece } from "../shorten";
import { OfficialText } from "~/ui/official-text";
import { MixedText } from "~/ui/mixed-text";
import { OfficialTitle } from "~/ui/title-text";

export interface BroughtFacts {
  slug: string;
  title: string;
  titleEn: string | null;
  isFinal: boolean;
  comment: { number: number; name: string | null; body: string };
  clauseName: string;
  runs: Piece[];
}

const MOST_WORDS = 70;
const KINDS = { same: "same", inserted: "added", deleted: "removed" } as const;

/** One comment and the sentence it changed, tied by the thread. */
export function HomeBrought({ brought }: { brought: BroughtFacts }) {
  const { slug, title, titleEn, isFinal, clauseName } = brought;
  const { recent } = useStrings().home;
  const knots: ThreadKnot[] = [
    { kind: "comment", title: <Whose brought={brought} />, children: <Words text={brought.comment.body} /> },
    {
      kind: "change",
      title: (
        <a href={href(`/consultations/${slug}/changes`)}>
          {isFinal ? recent.final : recent.revised} <OfficialText zh={clauseName} />
        </a>
      ),
      children: <Sentence runs={brought.runs} />,
    },
  ];
  return (
    <figure className="brought">
      <figcaption className="entry-title">
        <OfficialTitle zh={title} en={titleEn} />
      </figcaption>
      <Thread label={recent.thread} knots={knots} />
    </figure>
  );
}

function Whose({ brought: { slug, comment } }: { brought: BroughtFacts }) {
  const language = useLanguage();
  const { consultations } = useStrings();
  const { number, anonymous } = consultations.comment;
  return (
    <a href={href(`/consultations/${slug}/outcome#comment-${comment.number}`)}>
      <bdi>
        <MixedText text={comment.name ?? anonymous} />
      </bdi>{" "}
      {number(formatCount(comment.number, language))}
    </a>
  );
}

function Words({ text }: { text: string }) {
  return (
    <p className="brought-words" dir="auto" lang="zh-CN">
      {shortened(text, MOST_WORDS)}
    </p>
  );
}

function Sentence({ runs }: { runs: Piece[] }) {
  const parts = shortenedRuns(runs).map(({ kind, text }) => ({ kind: KINDS[kind], text }));
  return (
    <div lang="zh-CN">
      <DiffText parts={parts} />
    </div>
  );
}
