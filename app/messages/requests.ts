import { normalise } from "~/words/bigrams";
import { splitSentences } from "~/words/sentences";

export type RequestKind = "question" | "demand" | "listed";

/** One thing the sender asks for. `sentence` is where it stands, so that the officer can check the finding. */
export interface FoundRequest {
  number: number;
  kind: RequestKind;
  text: string;
  sentence: string;
}

/** More than this nobody ticks one by one; the longest letters that offices publish ask for a dozen things. */
export const MOST_REQUESTS = 30;

const NUMERAL = "[0-9０-９一二三四五六七八九十]{1,3}";
/** 1. １、 （一） 第二， ①: the beginning of a point in a list. */
const POINT = new RegExp(
  `^\\s*(?:[（(]${NUMERAL}[)）]|第${NUMERAL}[、，,:：.．]|${NUMERAL}[、.．)）](?![0-9０-９])|[①-⑳])\\s*`,
);
/** The same in the middle of a line, where a point of a list follows another: 请公开：1.方案；2.图纸。 */
const POINT_WITHIN =
  /(?<=[：:；;，,。])\s*(?=(?:[（(][0-9０-９一二三四五六七八九十]{1,2}[)）]|[0-9０-９]{1,2}[、.．](?![0-9０-９])|[①-⑳]))/;

const INTERROGATIVE =
  /能否|可否|能不能|可不可以|会不会|有没有|是不是|是否|什么时候|什么时间|何时|几时|多久|多长时间|为什么|为何|为啥|凭什么|怎么[办样回申处解收算]|如何[申办处解缴领查确认界]|在?哪[里儿]|哪[个些家一]|何处|(?:什么|哪些)(?:条件|材料|手续|标准|政策|依据|部门|单位)|(?:是|由|找|归)谁|多少[钱元费]/;
/** 申请, 邀请 and 请假 ask nobody for anything. */
const POLITE = /(?<![申邀聘宴报])请(?![假客示柬柬帖愿])|恳求|麻烦(?:你|您|贵|相关|有关|帮|尽快)|劳烦|拜托/;
const DEMAND =
  /(?:^|[，,：:；;、\s]|我|们|主|民|户|人|长|现|再次|强烈|特|并|也)要求(?=[^，,。；;、的\s])|(?<!没有|失去|的|不)希望(?!小学)|(?:^|[，,；;])(?:盼望?|望)(?=.)|盼(?:尽快|早日|复|回复|解决)|呼吁|强烈建议|(?:^|[，,。；;、\s我们民主特])建议(?=[^书是的，,。])|诉求(?:是|为|如下|[:：])|想(?:要)?(?:了解|咨询|问|请问|知道|请教)|咨询(?:一下|如下|关于|有关)|(?:政府|部门|你们|贵[局街办委单]位?|物业)?(?:应当?|应该|必须|务必)(?:尽快|尽早|立即|马上|及时|依法|公开|给出|给予|回复|答复|解决|处理|整改|查处|停止)|给(?:我|我们|业主|居民|群众)?一?个?(?:说法|答复|交代|解释)/;

/** 请回复，谢谢 asks for nothing that the reply could leave out. */
const COURTESY =
  /^(?:请|望|盼|盼望|敬请|恳请|期待|期盼|希望|麻烦|静候|烦请)*(?:贵[局街办委单区]位?|领导|各位|有关部门|相关部门|政府|你们|您们?)*(?:能够?|可以)?(?:尽快|早日|及时|给予|予以|给|百忙之中|抽空)*(?:回复|答复|解答|回音|佳音|谢谢|感谢|为盼|理解|谅解|见谅|海涵|支持|一个)*$/;
/** 请问 alone, before what is asked. */
const LEAD_IN = /^(?:请问|想?咨询(?:一下)?|您好|你好|尊敬的领导)$/;

/**
 * The separate requests of a message, in the order in which they stand: sentences that ask or demand, each of their
 * clauses that asks on its own, and the points of a list that is announced as asked for. What only asks to be answered
 * is none. A message in which nothing is found asks what its title says; with a title that asks nothing, the answer is
 * empty and the officer reads for himself. At most `MOST_REQUESTS`.
 */
export function requestsIn(message: { title: string; body: string }): FoundRequest[] {
  const inBody = requestsOfText(message.body);
  const found = inBody.length > 0 ? inBody : requestsOfText(message.title);
  const seen = new Set<string>();
  const distinct = found.filter(({ text }) => !seen.has(normalise(text)) && seen.add(normalise(text)));
  return distinct.slice(0, MOST_REQUESTS).map((request, index) => ({ number: index + 1, ...request }));
}

type Request = Omit<FoundRequest, "number">;

function requestsOfText(text: string): Request[] {
  let isAskedList = false;
  return sentencesOf(text).flatMap((sentence) => {
    const isPoint = POINT.test(sentence);
    const words = sentence.replace(POINT, "").trim();
    const asked = requestsOfSentence(words, sentence);
    const listed =
      isAskedList && isPoint && asked.length === 0 ? [{ kind: "listed" as const, text: words, sentence }] : [];
    if (/[：:]\s*$/.test(sentence)) {
      isAskedList = asked.length > 0 || /诉求|问题|请求|建议|意见/.test(sentence);
      return isAskedList ? [] : asked;
    }
    // Points go on over several sentences; a sentence without a point ends the list.
    if (!isPoint) isAskedList = false;
    return asked.length > 0 ? asked : listed;
  });
}

/** Sentences, with the points of a list inside a line standing for themselves. */
function sentencesOf(text: string): string[] {
  return splitSentences(text)
    .flatMap((sentence) => sentence.split(POINT_WITHIN))
    .map((sentence) => sentence.trim())
    .filter((sentence) => normalise(sentence) !== "");
}

/** A clause that asks begins a request; the clauses after it that ask nothing belong to it. */
function requestsOfSentence(words: string, sentence: string): Request[] {
  const clauses = words.split(/(?<=[，,])/).map((clause) => clause.trim());
  const requests: Request[] = [];
  let before = "";
  for (const clause of clauses) {
    const kind = kindOf(clause);
    const last = requests.at(-1);
    if (kind && !isCourtesy(clause)) {
      requests.push({ kind, text: requests.length === 0 ? before + clause : clause, sentence });
      before = "";
    } else if (last) last.text += clause;
    else before += clause;
  }
  if (requests.length === 0 && /[？?]/.test(words) && !isCourtesy(words)) {
    return [{ kind: "question", text: words, sentence }];
  }
  return requests.map((request) => ({ ...request, text: withoutEnd(request.text) }));
}

function kindOf(clause: string): RequestKind | null {
  if (LEAD_IN.test(withoutEnd(clause))) return null;
  if (/[？?]$/.test(clause) || INTERROGATIVE.test(clause) || clause.includes("请问")) return "question";
  return POLITE.test(clause) || DEMAND.test(clause) ? "demand" : null;
}

function isCourtesy(clause: string): boolean {
  return COURTESY.test(clause.replace(/[^\p{L}\p{N}]+/gu, ""));
}

function withoutEnd(text: string): string {
  return text.replace(/[，,。；;！!\s]+$/, "");
}
