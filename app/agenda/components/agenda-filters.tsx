import { formatCount } from "~/i18n/format";
import { deskAgenda as texts } from "~/i18n/zh-CN/desk-agenda";
import { Field } from "~/ui/field";
import { FilterBar } from "~/ui/filter-bar";
import { href } from "~/ui/href";
import { Select } from "~/ui/select";
import { CLOCKS, MODULES, type Agenda, type AgendaFilter, type Clock } from "../agenda";
import { agendaSearch } from "../filter";

interface CountersProps {
  counters: Agenda["counters"];
  filter: AgendaFilter;
}

const COUNTED: readonly Clock[] = ["overdue", "today", "week", "waiting"];

/** How much is due when; each number leads to what it counts. */
export function AgendaCounters({ counters, filter }: CountersProps) {
  return (
    <nav aria-label={texts.byClock}>
      <ul className="agenda-counters">
        {COUNTED.map((clock) => (
          <li key={clock}>
            <a
              href={href(`/desk${agendaSearch(filter, { clock })}`)}
              className={`agenda-counter agenda-${clock}${counters[clock] === 0 ? " is-none" : ""}`}
              aria-current={filter.clock === clock ? "true" : undefined}
            >
              <span className="agenda-number">{formatCount(counters[clock], "zh-CN")}</span>{" "}
              <span>{texts.clocks[clock]}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface FiltersProps {
  filter: AgendaFilter;
  tasks: Agenda["tasks"];
  units: { code: string; name: string }[];
}

export function AgendaFilters({ filter, tasks, units }: FiltersProps) {
  const { fields } = texts;
  return (
    <FilterBar
      label={texts.filters}
      resetHref={agendaSearch(filter) ? href("/desk") : undefined}
      isMoreOpen={Boolean(filter.task || filter.unit)}
      more={
        <>
          <Select
            name="task"
            label={fields.task}
            empty={texts.any}
            defaultValue={filter.task ?? ""}
            options={tasks.map(({ task, count }) => ({
              value: task,
              label: texts.taskOption(texts.tasks[task], formatCount(count, "zh-CN")),
            }))}
          />
          {units.length > 1 && (
            <Select
              name="unit"
              label={fields.unit}
              empty={texts.any}
              defaultValue={filter.unit}
              options={units.map(({ code, name }) => ({ value: code, label: name }))}
            />
          )}
        </>
      }
    >
      <Field name="q" label={fields.q} defaultValue={filter.q} size="medium" />
      {MODULES.length > 1 && (
        <Select
          name="module"
          label={fields.module}
          empty={texts.any}
          defaultValue={filter.module ?? ""}
          options={MODULES.map((module) => ({ value: module, label: texts.modules[module] }))}
        />
      )}
      <Select
        name="clock"
        label={fields.clock}
        empty={texts.any}
        defaultValue={filter.clock ?? ""}
        options={CLOCKS.map((clock) => ({ value: clock, label: texts.clocks[clock] }))}
      />
    </FilterBar>
  );
}
