const WORDS = new Intl.Segmenter("zh-CN", { granularity: "word" });

const OPENS = /[（〔《〈“‘「『【(]$/u;
/** Closing signs, and syllables that lean on the word before them. */
const LEANS =
  /^[）〕》〉”’」』】)，。、；：？！…·,.;:?!%℃的地得了着过吗呢吧们年月日号条项款章节次期级届份化性率稿者员]/u;
const HAN = /\p{Script=Han}/u;
const FIGURE = /[\dA-Za-z第]$|^[一二三四五六七八九十百两几半]+$/u;

/**
 * A Chinese title in pieces that a line should not cut: words, with the signs, figures and small syllables that belong
 * to them. Together the pieces are the title, letter by letter.
 */
export function phrases(title: string): string[] {
  if (!HAN.test(title)) return [title];
  const pieces: string[] = [];
  for (const { segment } of WORDS.segment(title)) {
    const last = pieces.at(-1);
    const isOne = last !== undefined && (LEANS.test(segment) || OPENS.test(last) || FIGURE.test(last));
    if (isOne) pieces[pieces.length - 1] += segment;
    else pieces.push(segment);
  }
  return pieces;
}
