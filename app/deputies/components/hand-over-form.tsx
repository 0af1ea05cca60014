import { formatCount } from "~/i18n/format";
import { reasonText } from "~/i18n/reasons";
import { deskDeputies } from "~/i18n/zh-CN/desk-deputies";
import { ActButton } from "~/ui/button";
import { href } from "~/ui/href";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/section";
import { Select } from "~/ui/select";
import type { DeputiesFacts, HandOverResult } from "../deputies-facts";
import { optionsOf } from "./arrange-form";

const { handOver: texts } = deskDeputies;
const count = (value: number) => formatCount(value, "zh-CN");

interface HandOverFormProps {
  people: DeputiesFacts["handOver"];
  typed: Record<string, string | undefined>;
  errors: Record<string, string>;
}

/** Moves everything that one person works on to another. */
export function HandOverForm({ people: { from, to }, typed, errors }: HandOverFormProps) {
  if (from.length === 0) return null;
  return (
    <Section title={texts.title} id="hand-over" lead={texts.lead}>
      <form method="post" className="form">
        <Select
          name="from"
          label={texts.from}
          options={optionsOf(from)}
          defaultValue={typed.from}
          error={errors.from}
          required
        />
        <Select name="to" label={texts.to} options={optionsOf(to)} defaultValue={typed.to} error={errors.to} required />
        <ActButton act="hand_over">{texts.submit}</ActButton>
      </form>
    </Section>
  );
}

/** What moved, and what did not and why. */
export function HandOverReport({ result: { moved, failed } }: { result: HandOverResult }) {
  if (moved.length + failed.length === 0) return <Notice kind="info" title={texts.none} isLive />;
  return (
    <Notice
      kind={failed.length > 0 ? "warn" : "settled"}
      title={[
        ...(moved.length > 0 ? [texts.moved(count(moved.length))] : []),
        ...(failed.length > 0 ? [texts.failed(count(failed.length))] : []),
      ].join("，")}
      isLive
    >
      {failed.length > 0 && (
        <ul>
          {failed.map(({ title, path, reasons }) => (
            <li key={path}>
              <a href={href(path)}>{title}</a>：{reasons.map((reason) => reasonText(reason, "zh-CN")).join(" ")}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
