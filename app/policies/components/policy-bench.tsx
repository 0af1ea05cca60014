import { formatCount, formatDate, formatDay } from "~/i18n/format";
import { reasonsByField } from "~/i18n/reasons";
import { useStrings } from "~/i18n/strings";
import { deskPolicies } from "~/i18n/zh-CN/desk-policies";
import { SheetStages } from "~/reviews/components/sheet-stages";
import { SheetBox } from "~/reviews/components/sheet-box";
import { ActButton } from "~/ui/button";
import { CheckboxGroup } from "~/ui/checkbox-group";
import { DefinitionList } from "~/ui/definition-list";
import { ErrorSummary } from "~/ui/error-summary";
import { FileField } from "~/ui/file-field";
import { href } from "~/ui/href";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { Section } from "~/ui/section";
import { StatusBadge } from "~/ui/status-badge";
import type { PackageBench } from "../desk-facts";
import { MAX_FILE_BYTES, MAX_FILES } from "../forms";
import type { PolicyFields } from "../policy-fields";
import { fieldId, PolicyActs, type RefusedForm } from "./desk-acts";
import { PolicyFieldset, type Texts } from "./desk-fields";
import { PackageGate, PackageProgress } from "./desk-gate";
import { PolicyHistory } from "./policy-history";
import { PolicyNav } from "./desk-policy-nav";
import { MaterialWording } from "./material-wording";
import { PolicyPapers } from "./policy-papers";
import { InterpretationPlan, PackageMaterials } from "./desk-plan";

interface BenchProps {
  bench: PackageBench;
  refused: RefusedForm | undefined;
}

const { bench: texts, fields, list } = deskPolicies;

/** One package at the desk: where it stands, why the gate is shut, what this person may do now, and what is in it. */
export function PolicyBench({ bench, refused }: BenchProps) {
  const { packageStates } = useStrings().policyTerms;
  const { policy, waitingQuestions } = bench;
  const trail = [
    { label: deskPolicies.home, href: "/desk" },
    { label: list.title, href: "/desk/policies" },
  ];
  return (
    <Page
      title={policy.title}
      eyebrow={
        <StatusBadge tone={policy.state === "released" ? "settled" : "working"}>
          {packageStates[policy.state]}
        </StatusBadge>
      }
      lead={<p>{policy.unit.name}</p>}
      breadcrumbs={[...trail, { label: policy.title }]}
      width="wide"
    >
      <RefusalSummary refused={refused} />
      <PolicyNav slug={policy.slug} state={policy.state} current="bench" />
      <PackageProgress stage={bench.stage} policy={policy} />
      <Section title={texts.gate} id="gate">
        <PackageGate bench={bench} />
        <Waiting policy={policy} />
      </Section>
      {bench.proposed.length > 0 && (
        <Section title={texts.proposed} id="change">
          <MaterialWording title={texts.proposed} head={texts.proposedSides} rows={bench.proposed} />
        </Section>
      )}
      {policy.state !== "imported" && <SheetStages stages={bench.stages} />}
      {bench.sheet && <SheetBox {...bench.sheet} refused={refused} />}
      <Section title={texts.acts} id="acts">
        <PolicyActs bench={bench} refused={refused} />
      </Section>
      <PolicyPapers bench={bench} refused={refused} />
      {policy.proposedAttribute === "proactive" && (
        <>
          <InterpretationPlan bench={bench} refused={refused} />
          <PackageMaterials bench={bench} refused={refused} />
        </>
      )}
      <Metadata bench={bench} refused={refused} />
      {policy.state === "released" && (
        <Section title={texts.readers} id="readers">
          <p>
            <a href={href(`/desk/policies/${policy.slug}/questions`)}>
              {waitingQuestions > 0 ? texts.readersWaiting(formatCount(waitingQuestions, "zh-CN")) : texts.readersNone}
            </a>
          </p>
        </Section>
      )}
      <Section title={texts.history} id="history">
        <PolicyHistory lines={bench.history} />
      </Section>
    </Page>
  );
}

/** What was asked for and waits for a signature, in the words that will be published. */
function Waiting({ policy: { exception, change } }: Pick<PackageBench, "policy">) {
  const day = (value: string) => formatDay(value, "zh-CN");
  const saying = exception?.isSigned ? texts.exceptionSigned : texts.exceptionAsked;
  return (
    <>
      {exception && <Notice kind="ask" title={saying(exception.reason, day(exception.promisedOn))} />}
      {change && (
        <Notice
          kind="ask"
          title={texts.changeAsked(texts.changes[change.kind], change.reason, day(change.effectiveOn))}
        />
      )}
    </>
  );
}

function Metadata({ bench, refused }: BenchProps) {
  const { policy, offers, clauseCount, attachments } = bench;
  const mayEdit = offers.some(({ act, reasons }) => act === "edit" && reasons.length === 0);
  const own = refused?.act === "edit" ? refused : undefined;
  const text = (
    <a href={href(`/desk/policies/${policy.slug}/text`)}>
      {policy.text ? texts.textState(policy.text.number, formatCount(clauseCount, "zh-CN")) : texts.noText}
    </a>
  );
  return (
    <Section title={texts.metadata} id="metadata">
      {policy.proposedAttribute === "proactive" && <DefinitionList items={[{ term: texts.text, description: text }]} />}
      {mayEdit ? (
        <>
          {policy.text && policy.proposedAttribute === "proactive" && <RemoveText version={policy.version} />}
          <form method="post" noValidate className="form">
            <input type="hidden" name="version" value={policy.version} />
            <PolicyFieldset
              values={own?.values ?? textsOf(policy)}
              errors={reasonsByField(own?.reasons ?? [], "zh-CN")}
            />
            <ActButton act="edit" kind="primary">
              {texts.buttons.edit}
            </ActButton>
          </form>
          {policy.proposedAttribute === "proactive" && <FilesForm bench={bench} refused={refused} />}
        </>
      ) : (
        <ReadOnly policy={policy} attachments={attachments} />
      )}
    </Section>
  );
}

function RemoveText({ version }: { version: number }) {
  return (
    <form method="post">
      <input type="hidden" name="version" value={version} />
      <ActButton act="remove_text" kind="quiet">
        {texts.removeText}
      </ActButton>
    </form>
  );
}

function FilesForm({ bench: { policy, attachments }, refused }: BenchProps) {
  const act = "change_files";
  const own = refused?.act === act ? refused : undefined;
  const errors = reasonsByField(own?.reasons ?? [], "zh-CN");
  return (
    <form method="post" encType="multipart/form-data" noValidate className="form">
      <input type="hidden" name="version" value={policy.version} />
      {attachments.length > 0 && (
        <CheckboxGroup
          name="remove"
          id={fieldId(act, "remove")}
          label={texts.removeFiles}
          error={errors.remove}
          options={attachments.map(({ id, name }) => ({ value: id, label: <bdi>{name}</bdi> }))}
        />
      )}
      <FileField
        name="attachment"
        id={fieldId(act, "attachment")}
        label={texts.addFiles}
        hint={deskPolicies.hints.attachment}
        error={errors.attachment}
        kept={own?.kept}
        maxFiles={MAX_FILES}
        maxBytes={MAX_FILE_BYTES}
      />
      <ActButton act={act}>{texts.saveFiles}</ActButton>
    </form>
  );
}

function ReadOnly({ policy, attachments }: Pick<PackageBench, "policy" | "attachments">) {
  const { documentKinds, attributes, grounds, secrecyResults } = useStrings().policyTerms;
  const said: Partial<Record<keyof PolicyFields, string>> = {
    documentKind: documentKinds[policy.documentKind],
    proposedAttribute: attributes[policy.proposedAttribute],
    attributeGround: policy.attributeGround ? grounds[policy.attributeGround as keyof typeof grounds] : "",
    secrecyReview: policy.secrecyReview ? secrecyResults[policy.secrecyReview] : "",
  };
  const names = Object.keys(fields).filter((name): name is keyof PolicyFields => name in policy && !(name in NOT_HERE));
  return (
    <>
      <DefinitionList
        items={[
          ...names.map((name) => ({ term: fields[name], description: said[name] ?? asDay(policy[name]) })),
          {
            term: texts.fieldNames.determinedAttribute,
            description: policy.determinedAttribute && attributes[policy.determinedAttribute],
          },
        ]}
      />
      {attachments.length === 0 ? (
        <p className="hint">{texts.noFiles}</p>
      ) : (
        <ul>
          {attachments.map(({ id, name }) => (
            <li key={id}>
              <a href={href(`/attachments/${id}`)}>
                <bdi>{name}</bdi>
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** The plan has a part of its own. */
const NOT_HERE = {
  isInterpreted: 1,
  notInterpretedReason: 1,
  planOutline: 1,
  planChannels: 1,
  planOwner: 1,
  slug: 1,
  unit: 1,
};

/** Each line leads to the field of the form that was refused. */
function RefusalSummary({ refused }: Pick<BenchProps, "refused">) {
  if (!refused) return null;
  const reasons = refused.reasons.map(({ field, ...reason }) =>
    field ? { ...reason, field: fieldId(refused.act, field) } : reason,
  );
  const labels = { ...fields, ...texts.fieldNames };
  const named = Object.fromEntries(Object.entries(labels).map(([name, label]) => [fieldId(refused.act, name), label]));
  return <ErrorSummary reasons={reasons} labels={named} />;
}

/** Days as people write them; whatever else stands in a field, as it is. */
function asDay<T>(value: T): T | string {
  return typeof value === "string" ? formatDate(value, "zh-CN") : value;
}

function textsOf(policy: PolicyFields): Texts {
  return Object.fromEntries(
    Object.keys(fields).map((name) => [name, String(policy[name as keyof PolicyFields] ?? "")]),
  );
}
