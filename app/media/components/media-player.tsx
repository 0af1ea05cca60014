import { formatDate, formatFileSize } from "~/i18n/format";
import { useLanguage, useStrings } from "~/i18n/strings";
import { href } from "~/ui/href";
import { WholeText } from "~/ui/whole-text";
import type { MediaFile } from "../media-file";

/** A file as the public meets it: nothing plays or moves by itself, and its words stand beside it. */
export function MediaPlayer({ media }: { media: MediaFile }) {
  const { media: texts } = useStrings();
  const language = useLanguage();
  const { kind, title, size, transcript, textAlternative, isAnimated } = media;
  const file = href(`/media/${media.id}`);
  return (
    <figure className="media">
      <Shown media={media} />
      {kind === "picture"
        ? textAlternative && <Words title={texts.textAlternative} words={textAlternative} />
        : transcript && <Words title={texts.transcript} words={transcript} />}
      {media.corrections.map(({ on, note }) => (
        <p key={`${on} ${note}`} className="hint">
          <WholeText text={texts.corrected(formatDate(on, language), note)} />
        </p>
      ))}
      <figcaption>
        <span lang="zh-CN">{title}</span>
        <a href={file}>
          {isAnimated ? texts.showAnimated(formatFileSize(size)) : texts.download(formatFileSize(size))}
        </a>
      </figcaption>
    </figure>
  );
}

function Shown({ media }: { media: MediaFile }) {
  const { media: texts } = useStrings();
  const { id, kind, title, isAnimated, width, height, captions, hasStill } = media;
  const file = href(`/media/${id}`);
  const still = href(`/media/${id}/still`);
  const track = captions && (
    <track kind="captions" src={href(`/media/${id}/captions.vtt`)} srcLang="zh-CN" label={texts.captions} default />
  );
  if (kind === "video") {
    return (
      <video controls preload="metadata" playsInline poster={hasStill ? still : undefined} aria-label={title}>
        <source src={file} type={media.mediaType} />
        {track}
        {texts.cannotPlay}
      </video>
    );
  }
  if (kind === "audio") {
    return (
      <audio controls preload="metadata" aria-label={title}>
        <source src={file} type={media.mediaType} />
        {track}
        {texts.cannotPlay}
      </audio>
    );
  }
  return (
    <img
      src={isAnimated ? still : file}
      alt={title}
      width={width ?? undefined}
      height={height ?? undefined}
      loading="lazy"
    />
  );
}

/** Beside, not behind, the picture: a summary that opens works without script and for every reader. */
function Words({ title, words }: { title: string; words: string }) {
  return (
    <details className="media-words">
      <summary>{title}</summary>
      <div lang="zh-CN">
        {words.split(/\n+/).map((line, index) => (
          <p key={index}>{line}</p>
        ))}
      </div>
    </details>
  );
}
