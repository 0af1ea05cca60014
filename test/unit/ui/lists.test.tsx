import { describe, expect, it } from "vitest";
import { DataTable, type Column } from "~/ui/data-table";
import { FilterBar } from "~/ui/filter-bar";
import { Pagination } from "~/ui/pagination";
import { markup, tag, text } from "./rendering";

interface Row {
  number: number;
  words: string;
}

const COLUMNS: Column<Row>[] = [
  { key: "number", header: "序号", kind: "number", cell: (row) => row.number },
  { key: "words", header: "意见", isRowHeader: true, cell: (row) => row.words },
];

describe("a table", () => {
  const rows = [{ number: 1, words: "施工完成后请按时回迁" }];

  it("has a caption, column headings and a heading for each row", () => {
    const html = markup(<DataTable caption="采纳情况" columns={COLUMNS} rows={rows} rowKey={(row) => row.number} />);
    expect(html).toContain("<caption>采纳情况</caption>");
    expect(tag(html, "th", "columnheader")).toContain('scope="col"');
    expect(tag(html, "th", "rowheader")).toContain('scope="row"');
  });

  it("names each cell for the cards of a phone and stays a table for screen readers", () => {
    const html = markup(<DataTable caption="采纳情况" columns={COLUMNS} rows={rows} rowKey={(row) => row.number} />);
    expect(tag(html, "td")).toContain('data-label="序号"');
    expect(tag(html, "td")).toContain('role="cell"');
    expect(tag(html, "table")).toContain('role="table"');
  });

  it("says what to do instead when there are no rows", () => {
    const html = markup(
      <DataTable caption="采纳情况" columns={COLUMNS} rows={[]} rowKey={(row) => row.number} empty={<p>没有意见</p>} />,
    );
    expect(html).toBe("<p>没有意见</p>");
  });
});

describe("turning pages", () => {
  it("keeps every filter in the address", () => {
    const html = markup(
      <Pagination page={2} pageSize={20} total={95} search="?q=%E7%94%B5%E6%A2%AF&unit=office&page=2" />,
    );
    expect(tag(html, "a", 'rel="next"')).toContain('href="?q=%E7%94%B5%E6%A2%AF&amp;unit=office&amp;page=3"');
    expect(tag(html, "a", 'rel="prev"')).toContain("page=1");
  });

  it("says which part of how many this is and marks the page", () => {
    const html = markup(<Pagination page={2} pageSize={20} total={95} />);
    expect(text(html)).toContain("第 21 至 40 条，共 95 条");
    expect(tag(html, "a", "aria-current")).toContain('aria-label="第 2 页"');
  });

  it("names the first and the last page and leaves a gap for the others", () => {
    const html = markup(<Pagination page={500} pageSize={20} total={20_000} />);
    const numbers = [...html.matchAll(/aria-label="第 ([\d,]+) 页"/g)].map(([, number]) => number);
    expect(numbers).toEqual(["1", "499", "500", "501", "1,000"]);
  });

  it("only says how many there are when one page holds them all", () => {
    expect(text(markup(<Pagination page={1} pageSize={20} total={0} />))).toBe("共 0 条");
  });
});

describe("filters", () => {
  it("are a plain GET form with a name, so that a filtered list has an address", () => {
    const html = markup(
      <FilterBar label="筛选征求意见" resetHref="/consultations" keep={{ year: "2026" }}>
        <input name="q" />
      </FilterBar>,
    );
    expect(tag(html, "form")).toContain('method="get"');
    expect(tag(html, "form")).toContain('aria-label="筛选征求意见"');
    expect(tag(html, "input", 'type="hidden"')).toContain('name="year" value="2026"');
  });
});
