import type { Actor } from "~/accounts/actor";
import { addMedia } from "~/media/add-media.server";
import { keepPosted } from "~/media/receive-upload.server";
import type { Deps } from "~/platform/db.server";
import animation from "./media/plan-animation.gif?inline";
import animationStill from "./media/plan-animation.png?inline";
import captions from "./media/plan-film.vtt?raw";
import poster from "./media/plan-film.jpg?inline";
import film from "./media/plan-film.mp4?inline";
import { bytesOf, postedFile, type Given } from "./posted-file";

// Both were drawn for the demonstration from the plan's own words; both say so on their first picture.

/** The office's film on the plan, fifteen seconds without sound. */
export function addPlanFilm(actor: Actor, deps: Deps): Promise<string> {
  return add(actor, deps, {
    title: "政务公开，和我有什么关系？（演示视频）",
    file: { fileName: "政务公开.mp4", bytes: bytesOf(film) },
    still: { fileName: "封面.jpg", bytes: bytesOf(poster) },
    captions: { fileName: "字幕.vtt", bytes: Buffer.from(captions) },
    transcript:
      "这是演示视频，内容是虚构的，没有声音。\n画面一：政务公开，和我有什么关系？15 秒看懂。\n画面二：26 个领域，先列目录。住房、教育、医疗、养老等，每件事写明由谁公开、什么时候公开。见第（一）项。\n画面三：最多 20 个工作日。内容新出来或者变了，要在这个期限内上网。见第（四）项。\n画面四：决定以前，先听意见。您提的意见，采纳没有、为什么，都要有答复。见第（九）项。\n画面五：看不懂，有解读。问答、图表、视频、动漫、案例，和文件一起公布。见第（十）项。",
    textAlternative: null,
  });
}

/** Three pictures that follow each other. */
export function addPlanAnimation(actor: Actor, deps: Deps): Promise<string> {
  return add(actor, deps, {
    title: "看不懂文件，三步找到解读（演示动漫）",
    file: { fileName: "三步.gif", bytes: bytesOf(animation) },
    still: { fileName: "静态图.png", bytes: bytesOf(animationStill) },
    captions: null,
    transcript: null,
    textAlternative:
      "演示动漫，内容是虚构的。三个画面轮流出现，每个两秒。\n第一步：看到不明白的条款，例如第（四）项的“20 个工作日”。\n第二步：点开条款旁边的“解读”，里面有问答、图解、视频和案例。\n第三步：还不明白，就在下面提问，例如“从哪天算起？”。不用留姓名。",
  });
}

interface GivenMedia {
  title: string;
  file: Given;
  still: Given;
  captions: Given | null;
  transcript: string | null;
  textAlternative: string | null;
}

async function add(actor: Actor, deps: Deps, { file, still, captions, ...words }: GivenMedia): Promise<string> {
  const arrive = async (given: Given | null) =>
    given && (await keepPosted(actor, await postedFile("file", given), deps)).id;
  const files = { file: await arrive(file), still: await arrive(still), captions: await arrive(captions) };
  return (await addMedia(actor, { unit: "office", ...files, ...words }, deps)).id;
}
