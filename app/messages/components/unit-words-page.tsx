import { reasonsByField, type ReasonToTell } from "~/i18n/reasons";
import { deskAids } from "~/i18n/zh-CN/desk-aids";
import { deskMessages } from "~/i18n/zh-CN/desk-messages";
import { ActButton } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { href } from "~/ui/href";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { TextArea } from "~/ui/text-area";

const { words: texts } = deskAids;

interface UnitWordsPageProps {
  text: string;
  reasons: ReasonToTell[];
  isSaved: boolean;
}

/** The words by which units are suggested, all in one field. */
export function UnitWordsPage({ text, reasons, isSaved }: UnitWordsPageProps) {
  return (
    <Page
      title={texts.title}
      lead={<p>{texts.lead}</p>}
      breadcrumbs={[
        { label: deskMessages.home, href: "/desk" },
        { label: deskMessages.list.title, href: "/desk/messages" },
        { label: texts.title },
      ]}
      width="wide"
    >
      {isSaved && <Notice kind="settled" title={texts.saved} isLive />}
      <ErrorSummary reasons={reasons} labels={{ words: texts.field }} />
      <form method="post" action={href("/office/dispatch-words")} className="form" noValidate>
        <TextArea
          name="words"
          label={texts.field}
          hint={texts.hint}
          rows={20}
          defaultValue={text}
          error={reasonsByField(reasons, "zh-CN").words}
        />
        <ActButton act="save" kind="primary">
          {texts.save}
        </ActButton>
      </form>
    </Page>
  );
}
