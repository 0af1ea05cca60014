import { formatDay } from "~/i18n/format";
import { reasonsByField } from "~/i18n/reasons";
import { useStrings } from "~/i18n/strings";
import { deskPolicies } from "~/i18n/zh-CN/desk-policies";
import { ActButton } from "~/ui/button";
import { DataTable } from "~/ui/data-table";
import { DefinitionList } from "~/ui/definition-list";
import { EmptyState } from "~/ui/empty-state";
import { Field } from "~/ui/field";
import { href } from "~/ui/href";
import { RadioGroup } from "~/ui/radio-group";
import { Section } from "~/ui/section";
import { Select } from "~/ui/select";
import { StatusBadge } from "~/ui/status-badge";
import { TextArea } from "~/ui/text-area";
import type { DeskMaterial, PackageBench, PlanLine } from "../desk-facts";
import { MAX_REASON } from "../forms";
import { MATERIAL_KINDS } from "../material";
import { fieldId, type RefusedForm } from "./desk-acts";
import { optionsOf } from "./desk-fields";

const { bench: texts, fields, hints } = deskPolicies;

interface PartProps {
  bench: PackageBench;
  refused: RefusedForm | undefined;
}

/** 解读方案: 提纲、形式、渠道、时间、责任人. */
export function InterpretationPlan({ bench, refused }: PartProps) {
  const { policy, offers } = bench;
  const mayEdit = offers.some(({ act, reasons }) => act === "edit" && reasons.length === 0);
  const mayPlan = offers.some(({ act, reasons }) => act === "plan_form" && reasons.length === 0);
  return (
    <Section title={texts.plan} id="plan" lead={texts.planLead}>
      {mayEdit ? <PlanForm bench={bench} refused={refused} /> : <PlanText policy={policy} />}
      {policy.isInterpreted && (
        <>
          <PlanTable bench={bench} mayRemove={mayEdit} />
          {mayPlan && <AddForm bench={bench} refused={refused} />}
        </>
      )}
    </Section>
  );
}

function PlanForm({ bench: { policy }, refused }: PartProps) {
  const own = refused?.act === "edit_plan" ? refused : undefined;
  const errors = reasonsByField(own?.reasons ?? [], "zh-CN");
  const field = (name: "notInterpretedReason" | "planOutline" | "planChannels" | "planOwner") => ({
    name,
    label: fields[name],
    defaultValue: own?.values[name] ?? policy[name] ?? undefined,
    error: errors[name],
  });
  return (
    <form method="post" noValidate className="form">
      <input type="hidden" name="version" value={policy.version} />
      <RadioGroup
        name="isInterpreted"
        label={fields.isInterpreted}
        hint={hints.isInterpreted}
        required
        inline
        defaultValue={own?.values.isInterpreted ?? (policy.isInterpreted ? "yes" : "no")}
        error={errors.isInterpreted}
        options={optionsOf(["yes", "no"], texts.interpreted)}
      />
      <TextArea {...field("notInterpretedReason")} rows={2} limit={MAX_REASON} />
      <TextArea {...field("planOutline")} hint={hints.planOutline} rows={5} limit={MAX_REASON} />
      <Field {...field("planChannels")} hint={hints.planChannels} />
      <Field {...field("planOwner")} hint={hints.planOwner} size="medium" />
      <ActButton act="edit_plan" kind="primary">
        {texts.savePlan}
      </ActButton>
    </form>
  );
}

function PlanText({ policy }: Pick<PackageBench, "policy">) {
  const items = policy.isInterpreted
    ? (["planOutline", "planChannels", "planOwner"] as const)
    : (["notInterpretedReason"] as const);
  return (
    <DefinitionList
      items={[
        {
          term: fields.isInterpreted,
          description: policy.isInterpreted ? texts.interpreted.yes : texts.interpreted.no,
        },
        ...items.map((name) => ({ term: fields[name], description: policy[name] ?? texts.none })),
      ]}
    />
  );
}

function PlanTable({ bench: { plan, policy }, mayRemove }: { bench: PackageBench; mayRemove: boolean }) {
  const { materialKinds } = useStrings().policyTerms;
  const { planColumns } = texts;
  if (plan.length === 0) return null;
  return (
    <DataTable
      caption={texts.planFormsCaption}
      isCaptionHidden
      rows={plan}
      rowKey={({ id }) => id}
      columns={[
        { key: "kind", header: planColumns.kind, isRowHeader: true, cell: ({ kind }) => materialKinds[kind] },
        {
          key: "dueOn",
          header: planColumns.dueOn,
          cell: ({ dueOn }) => (dueOn ? formatDay(dueOn, "zh-CN") : texts.withDocument),
        },
        { key: "state", header: planColumns.state, cell: (line) => <FormState line={line} /> },
        ...(mayRemove
          ? [
              {
                key: "remove",
                header: planColumns.remove,
                cell: ({ id }: PlanLine) => (
                  <form method="post">
                    <input type="hidden" name="version" value={policy.version} />
                    <input type="hidden" name="form" value={id} />
                    <ActButton act="remove_form" kind="quiet">
                      {texts.removeForm}
                    </ActButton>
                  </form>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

function FormState({ line: { state, left } }: { line: PlanLine }) {
  if (state === "done") return <StatusBadge tone="settled">{texts.formDone}</StatusBadge>;
  if (left !== null && left < 0) return <StatusBadge tone="overdue">{texts.formLate(-left)}</StatusBadge>;
  if (left !== null) return <StatusBadge tone={left <= 3 ? "due" : "working"}>{texts.formLeft(left)}</StatusBadge>;
  return (
    <StatusBadge tone={state === "ready" ? "settled" : "ask"}>
      {state === "ready" ? texts.formReady : texts.formMissing}
    </StatusBadge>
  );
}

function AddForm({ bench: { policy }, refused }: PartProps) {
  const { materialKinds } = useStrings().policyTerms;
  const act = "add_form";
  const own = refused?.act === act ? refused : undefined;
  const errors = reasonsByField(own?.reasons ?? [], "zh-CN");
  return (
    <form method="post" noValidate className="form">
      <input type="hidden" name="version" value={policy.version} />
      <Select
        name="kind"
        id={fieldId(act, "kind")}
        label={texts.addForm}
        required
        defaultValue={own?.values.kind}
        error={errors.kind}
        options={optionsOf(MATERIAL_KINDS, materialKinds)}
      />
      <Field
        name="dueOn"
        id={fieldId(act, "dueOn")}
        label={texts.fieldNames.dueOn}
        hint={texts.addFormHint}
        type="date"
        size="medium"
        defaultValue={own?.values.dueOn}
        error={errors.dueOn}
      />
      <ActButton act={act}>{texts.buttons.plan_form}</ActButton>
    </form>
  );
}

/** 解读材料: each with its state and what is missing; a new one begins with its form. */
export function PackageMaterials({ bench, refused }: PartProps) {
  const { policyTerms } = useStrings();
  const { policy, materials, offers } = bench;
  const mayWrite = offers.some(({ act, reasons }) => act === "write_material" && reasons.length === 0);
  const { materialColumns } = texts;
  const own = refused?.act === "begin_material" ? refused : undefined;
  return (
    <Section title={texts.materials} id="materials">
      <DataTable
        caption={texts.materialsCaption}
        isCaptionHidden
        rows={materials}
        rowKey={({ slug }) => slug}
        empty={<EmptyState title={texts.materialsEmpty} />}
        columns={[
          {
            key: "title",
            header: materialColumns.title,
            isRowHeader: true,
            cell: ({ slug, title }) => <a href={href(`/desk/policies/${policy.slug}/materials/${slug}`)}>{title}</a>,
          },
          {
            key: "kind",
            header: materialColumns.kind,
            kind: "tight",
            cell: ({ kind }) => policyTerms.materialKinds[kind],
          },
          {
            key: "state",
            header: materialColumns.state,
            kind: "tight",
            cell: ({ state }) => policyTerms.materialStates[state],
          },
          { key: "check", header: materialColumns.check, cell: (material) => <Check material={material} /> },
        ]}
      />
      {mayWrite && (
        <form method="post" noValidate className="form">
          <input type="hidden" name="version" value={policy.version} />
          <Select
            name="kind"
            id={fieldId("begin_material", "kind")}
            label={texts.beginMaterial}
            required
            defaultValue={own?.values.kind}
            error={reasonsByField(own?.reasons ?? [], "zh-CN").kind}
            options={optionsOf(MATERIAL_KINDS, policyTerms.materialKinds)}
          />
          <ActButton act="begin_material">{texts.buttons.write_material}</ActButton>
        </form>
      )}
    </Section>
  );
}

function Check({ material: { missing, isStale } }: { material: DeskMaterial }) {
  if (isStale) return <StatusBadge tone="due">{texts.stale}</StatusBadge>;
  if (missing > 0) return <StatusBadge tone="ask">{texts.incomplete(missing)}</StatusBadge>;
  return <StatusBadge tone="settled">{texts.complete}</StatusBadge>;
}
