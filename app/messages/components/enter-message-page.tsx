import { reasonsByField, type ReasonToTell } from "~/i18n/reasons";
import { useStrings } from "~/i18n/strings";
import { deskMessages } from "~/i18n/zh-CN/desk-messages";
import { importOrders } from "~/i18n/zh-CN/desk-import-orders";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import type { KeptFile } from "~/ui/file-field";
import { href } from "~/ui/href";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { RadioGroup } from "~/ui/radio-group";
import { ENTERED_CHANNELS } from "../message";
import type { UnitName } from "../shown";
import { MessageFields, type MessageValues } from "./message-form";

export interface EnterAnswer {
  reasons: ReasonToTell[];
  values: MessageValues & { channel?: string; statedOn?: string; outsideNumber?: string };
  kept: KeptFile[];
  key: string;
}

interface Props {
  units: UnitName[];
  accept: string;
  maxBytes: number;
  formKey: string;
  /** What was entered last, with the code to tell its sender. */
  entered: { number: string; code: string } | null;
  mayOpen: boolean;
  refused?: EnterAnswer;
}

const { enter: texts, list, home } = deskMessages;

/** One form for what came by phone, visit, letter and hotline. */
export function EnterMessagePage({ units, accept, maxBytes, formKey, entered, mayOpen, refused }: Props) {
  const { channels } = useStrings().messageTerms;
  const values = refused?.values ?? {};
  const errors = reasonsByField(refused?.reasons ?? [], "zh-CN");
  return (
    <Page
      title={texts.title}
      lead={
        <>
          <p>{texts.lead}</p>
          <p>
            <a href={href("/desk/messages/import")}>{importOrders.link}</a>
          </p>
        </>
      }
      breadcrumbs={[
        { label: home, href: "/desk" },
        { label: list.title, href: "/desk/messages" },
        { label: texts.title },
      ]}
    >
      <ErrorSummary reasons={refused?.reasons ?? []} />
      {entered && !refused && (
        <Notice kind="settled" title={texts.done(entered.number)}>
          <p translate="no">{texts.code(entered.code)}</p>
          {mayOpen && (
            <p>
              <ButtonLink href={`/desk/messages/${entered.number}`}>{texts.open}</ButtonLink>
            </p>
          )}
        </Notice>
      )}
      <form className="form" method="post" encType="multipart/form-data" noValidate data-keep="entered-message">
        <input type="hidden" name="key" value={refused?.key ?? formKey} />
        <RadioGroup
          name="channel"
          label={texts.channel}
          error={errors.channel}
          defaultValue={values.channel}
          options={ENTERED_CHANNELS.map((channel) => ({ value: channel, label: channels[channel] }))}
          required
          inline
        />
        <Field
          name="statedOn"
          label={texts.statedOn}
          hint={texts.statedOnHint}
          error={errors.statedOn}
          defaultValue={values.statedOn}
          type="date"
          size="medium"
          required
        />
        <Field
          name="outsideNumber"
          label={texts.outsideNumber}
          hint={texts.outsideNumberHint}
          error={errors.outsideNumber}
          defaultValue={values.outsideNumber}
          size="medium"
        />
        <MessageFields
          units={units}
          accept={accept}
          maxBytes={maxBytes}
          values={values}
          kept={refused?.kept ?? []}
          errors={errors}
        />
        <Button kind="primary">{texts.submit}</Button>
      </form>
    </Page>
  );
}
