import { DayCount } from "~/calendar/components/day-count";
import { formatCount, formatDate } from "~/i18n/format";
import { useStrings } from "~/i18n/strings";
import { deskPackages as texts } from "~/i18n/zh-CN/desk-packages";
import { ClockCount } from "~/ui/clock";
import { DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { FilterBar } from "~/ui/filter-bar";
import { href } from "~/ui/href";
import { Select } from "~/ui/select";
import { StatusBadge, type StatusTone } from "~/ui/status-badge";
import { CLOCK_KINDS, STANDINGS, type PackageClock, type Standing, type StandingCounts } from "../package-clocks";

export interface ClockQuery {
  unit: string;
  kind: string;
  standing: string;
  year: string;
}

const TONES: Record<Standing, StatusTone> = {
  overdue: "overdue",
  near: "due",
  running: "working",
  late: "ended",
  close: "due",
  on_time: "settled",
};

const count = (value: number) => formatCount(value, "zh-CN");
const day = (value: string) => formatDate(value, "zh-CN");

function address(query: ClockQuery, change: Partial<ClockQuery>): string {
  const entries = Object.entries({ ...query, ...change }).filter(([, value]) => value !== "");
  return href(`/office/packages${entries.length > 0 ? `?${new URLSearchParams(entries)}` : ""}`);
}

/** How many clocks stand how; each number leads to what it counts. */
export function ClockCounters({ counts, query }: { counts: StandingCounts; query: ClockQuery }) {
  return (
    <nav aria-label={texts.counters}>
      <ul className="agenda-counters">
        {STANDINGS.map((standing) => (
          <li key={standing}>
            <a
              href={address(query, { standing })}
              className={`agenda-counter standing-${standing}${counts[standing] === 0 ? " is-none" : ""}`}
              aria-current={query.standing === standing ? "true" : undefined}
            >
              <span className="agenda-number">{count(counts[standing])}</span> <span>{texts.standings[standing]}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface FiltersProps {
  query: ClockQuery;
  units: { code: string; name: string }[];
  years: number[];
}

export function ClockFilters({ query, units, years }: FiltersProps) {
  const { fields } = texts;
  const isFiltered = Object.values(query).some((value) => value !== "");
  return (
    <FilterBar label={texts.filters} resetHref={isFiltered ? href("/office/packages") : undefined}>
      <Select
        name="unit"
        label={fields.unit}
        empty={texts.any}
        defaultValue={query.unit}
        options={units.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <Select
        name="kind"
        label={fields.kind}
        empty={texts.any}
        defaultValue={query.kind}
        options={CLOCK_KINDS.map((kind) => ({ value: kind, label: texts.kinds[kind] }))}
      />
      <Select
        name="standing"
        label={fields.standing}
        empty={texts.any}
        defaultValue={query.standing}
        options={STANDINGS.map((standing) => ({ value: standing, label: texts.standings[standing] }))}
      />
      <Select
        name="year"
        label={fields.year}
        hint={texts.yearHint}
        empty={texts.thisYear}
        defaultValue={query.year}
        options={years.slice(1).map((year) => ({ value: String(year), label: String(year) }))}
      />
    </FilterBar>
  );
}

type ClockRow = PackageClock & { mayOpen: boolean };

export function ClockTable({ rows }: { rows: ClockRow[] }) {
  const { columns } = texts;
  return (
    <DataTable
      caption={texts.caption}
      isCaptionHidden
      rows={rows}
      rowKey={({ kind, slug, material, dueOn }) => `${kind} ${slug} ${material} ${dueOn}`}
      empty={<EmptyState title={texts.empty}>{texts.emptyWhy}</EmptyState>}
      columns={[
        { key: "document", header: columns.document, isRowHeader: true, cell: (row) => <Document row={row} /> },
        { key: "unit", header: columns.unit, cell: ({ unitName }) => unitName },
        { key: "what", header: columns.what, cell: (row) => <What row={row} /> },
        { key: "due", header: columns.due, kind: "tight", cell: (row) => <Due row={row} /> },
        { key: "standing", header: columns.standing, cell: (row) => <StandingCell row={row} /> },
      ]}
    />
  );
}

function Document({ row: { slug, title, state, documentNumber, mayOpen } }: { row: ClockRow }) {
  const { packageStates } = useStrings().policyTerms;
  const target = mayOpen ? `/desk/policies/${slug}` : state === "released" ? `/policies/${slug}` : null;
  return (
    <>
      {target ? <a href={href(target)}>{title}</a> : title}
      <p className="hint">
        {documentNumber ?? texts.noNumber} · {packageStates[state]}
      </p>
    </>
  );
}

function What({ row: { kind, material, isCalledFor, startedOn } }: { row: ClockRow }) {
  const { materialKinds } = useStrings().policyTerms;
  const hint = startedOn ? texts.from(day(startedOn)) : isCalledFor ? texts.calledFor : null;
  return (
    <>
      {material ? `${texts.kinds[kind]}：${materialKinds[material]}` : texts.kinds[kind]}
      {hint && <p className="hint">{hint}</p>}
    </>
  );
}

function Due({ row: { dueOn, isProvisional } }: { row: ClockRow }) {
  return (
    <>
      {day(dueOn)}
      {isProvisional && <p className="hint">{texts.provisional}</p>}
    </>
  );
}

function StandingCell({ row }: { row: ClockRow }) {
  return (
    <>
      <StatusBadge tone={TONES[row.standing]}>{texts.standings[row.standing]}</StatusBadge>
      <p className="hint">{saidOf(row)}</p>
      {row.rows && (
        <ClockCount>
          <DayCount rows={row.rows} />
        </ClockCount>
      )}
    </>
  );
}

function saidOf({ day: number, doneOn, left }: ClockRow): string {
  const parts = doneOn
    ? [texts.doneOn(day(doneOn)), ...(number === null ? [] : [texts.doneDay(count(number))])]
    : [leftText(left ?? 0), ...(number === null || (left ?? 0) < 0 ? [] : [texts.workingDay(count(number))])];
  return parts.join("，");
}

function leftText(left: number): string {
  if (left === 0) return texts.today;
  return left > 0 ? texts.left(count(left)) : texts.past(count(-left));
}

interface UnitRow {
  unitCode: string;
  unitName: string;
  counts: StandingCounts;
}

/** One row for each unit that has a clock; each number opens to its rows. */
export function UnitTable({ rows, query }: { rows: UnitRow[]; query: ClockQuery }) {
  return (
    <DataTable
      caption={texts.units}
      isCaptionHidden
      rows={rows}
      rowKey={({ unitCode }) => unitCode}
      columns={[
        { key: "unit", header: texts.unit, isRowHeader: true, cell: ({ unitName }: UnitRow) => unitName },
        ...STANDINGS.map((standing) => ({
          key: standing,
          header: texts.standings[standing],
          kind: "number" as const,
          cell: ({ unitCode, unitName, counts }: UnitRow) =>
            counts[standing] === 0 ? (
              "0"
            ) : (
              <a
                href={address(query, { unit: unitCode, standing })}
                aria-label={`${unitName}：${texts.standings[standing]} ${count(counts[standing])}`}
              >
                {count(counts[standing])}
              </a>
            ),
        })),
      ]}
    />
  );
}
