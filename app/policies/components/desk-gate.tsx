import { DayCount } from "~/calendar/components/day-count";
import { formatDay } from "~/i18n/format";
import { deskPolicies } from "~/i18n/zh-CN/desk-policies";
import { Clock } from "~/ui/clock";
import { Notice } from "~/ui/notice";
import { Stepper, type Step } from "~/ui/stepper";
import { WholeText } from "~/ui/whole-text";
import { useStrings } from "~/i18n/strings";
import type { PackageBench } from "../desk-facts";
import { STAGES } from "../policy-package";
import { ReasonList } from "./desk-acts";

const { bench: texts } = deskPolicies;

/** 三同步: the three stages, and which is under way. */
export function PackageProgress({ stage, policy }: Pick<PackageBench, "stage" | "policy">) {
  const { stages } = useStrings().policyTerms;
  const at = STAGES.indexOf(stage);
  const isOver = policy.state === "released" || policy.state === "registered" || policy.state === "imported";
  const steps = STAGES.map((one, index): Step => {
    const state = index < at || isOver ? "done" : index === at ? "current" : "ahead";
    return { label: stages[one], state };
  });
  return <Stepper label={texts.progress} steps={steps} />;
}

/** Every reason why the gate does not open, beside the clock that goes on running meanwhile. */
export function PackageGate({ bench }: { bench: PackageBench }) {
  const { policy, gate, isBefore, clock, releasedOn } = bench;
  if (!isBefore) {
    if (releasedOn)
      return (
        <p>
          <WholeText text={texts.gateDone(formatDay(releasedOn, "zh-CN"))} />
        </p>
      );
    return <p>{texts.gateEntry}</p>;
  }
  const isEntry = policy.proposedAttribute !== "proactive";
  const warning = clock ? texts.warnings[clock.warning] : "";
  return (
    <>
      {gate.length > 0 ? (
        <Notice kind="ask" title={texts.gateClosed}>
          <ReasonList reasons={gate} />
        </Notice>
      ) : (
        <Notice kind="settled" title={isEntry ? texts.gateEntry : texts.gateOpen} />
      )}
      {!isEntry && clock && (
        <Clock
          label={texts.clock}
          day={clock.dueOn}
          left={clock.left}
          unit="working_day"
          isProvisional={clock.isProvisional}
        >
          <DayCount rows={clock.rows} />
        </Clock>
      )}
      {!isEntry && !clock && <p className="hint">{texts.clockNone}</p>}
      {!isEntry && clock && typeof warning === "function" && <Notice kind="warn" title={warning(clock.day)} />}
    </>
  );
}
