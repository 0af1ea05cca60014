import type { Actor } from "~/accounts/actor";
import { changeWords, refuseWords, signWords } from "~/media/change-words.server";
import { changeWordsForm, decideWordsForm, removeForm } from "~/media/forms";
import { enterWordsPaper, refuseWordsPaper, verifyWordsPaper } from "~/media/paper-words.server";
import { removeMedia } from "~/media/remove-media.server";
import type { depsOf } from "~/platform/deps.server";
import { parseForm } from "~/platform/http.server";
import type { PostedForm } from "~/platform/posted-form.server";
import { placeOfMaterial } from "~/policies/shown-media.server";
import { readEnteredPaper, readRefusedPaper, readVerifiedPaper } from "~/reviews/paper-entry.server";

interface Posted {
  actor: Actor;
  id: string;
  form: PostedForm;
  deps: ReturnType<typeof depsOf>;
}

/** Does what the button says. Where the person goes then. */
export async function performPosted({ actor, id, form, deps }: Posted): Promise<string> {
  const here = `/desk/media/${id}`;
  switch (form.fields.act?.[0]) {
    case "change_words":
      await changeWords(actor, { id, ...parseForm(changeWordsForm, form) }, placeOfMaterial, deps);
      return here;
    case "sign_words":
      parseForm(decideWordsForm, form);
      await signWords(actor, { id }, placeOfMaterial, deps);
      return here;
    case "refuse_words":
      parseForm(decideWordsForm, form);
      await refuseWords(actor, id, placeOfMaterial, deps);
      return here;
    case "enter_paper":
      await enterWordsPaper(actor, { media: id, ...(await readEnteredPaper(form, deps)) }, deps);
      return here;
    case "verify_paper":
      await verifyWordsPaper(actor, { media: id, id: readVerifiedPaper(form).id }, placeOfMaterial, deps);
      return here;
    case "refuse_paper":
      await refuseWordsPaper(actor, { media: id, ...readRefusedPaper(form) }, deps);
      return here;
    default:
      parseForm(removeForm, form);
      await removeMedia(actor, id, deps);
      return "/desk/media";
  }
}
