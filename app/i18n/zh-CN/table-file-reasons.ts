import type { ReasonText } from "../reason-text";

/** Why a table file is not read. */
export const tableFileReasons = {
  table_file_type: "只能读取 .csv 和 .xlsx 文件。",
  table_old_excel: "旧的 .xls 文件和设有密码的文件不能读取。请在 Excel 或 WPS 中去掉密码，另存为 .xlsx。",
  table_too_many_bytes: "文件太大，表格文件最大 {maximum} MB。",
  table_broken: "这个表格文件打不开：文件已损坏，或者并非 .xlsx 文件。请在 Excel 或 WPS 中重新另存为 .xlsx 或 .csv。",
  table_unzips_too_large: "这个表格文件解压后过大，未予读取。请只留下要用的数据，另存后再试。",
  table_encoding_unknown: "无法识别这个文件的编码，请另存为“CSV UTF-8”后再试。",
  table_empty: "文件中没有数据。",
  table_quote_open: "第{row}行有一个引号没有成对，后面的内容无法分清。请补上引号。",
  table_formula: "第{row}行 {column} 列是公式，没有计算结果。请把公式换成数值后再上传。",
  table_cell_error: "第{row}行 {column} 列显示为错误值（如 #DIV/0!）。请改正后再上传。",
  table_cell_too_long: "第{row}行 {column} 列的文字太长，一格最多 {maximum} 字。",
  table_merged: "第{row}行有合并的单元格。请取消合并，每格各填各的内容。",
  table_hidden_part: "第{row}行 {column} 列是隐藏的。请取消隐藏，或者删去不用的部分，以免误把不宜公开的内容传上来。",
  table_rows_too_many: "表格太长，最多 {maximum} 行。请分成几份，或者只留下要用的行。",
  table_columns_too_many: "第{row}行的列太多，最多 {maximum} 列。",
};

export type TableFileReasonStrings = Record<keyof typeof tableFileReasons, ReasonText>;
