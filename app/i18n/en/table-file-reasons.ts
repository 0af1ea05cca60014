import type { TableFileReasonStrings } from "../zh-CN/table-file-reasons";

export const tableFileReasons: TableFileReasonStrings = {
  table_file_type: "Only .csv and .xlsx files can be read.",
  table_old_excel: "Old .xls files and files with a password cannot be read. Remove the password and save as .xlsx.",
  table_too_many_bytes: "The file is too large; a table may have up to {maximum} MB.",
  table_broken:
    "This table file cannot be opened: it is damaged or is not an .xlsx file. Save it again as .xlsx or .csv.",
  table_unzips_too_large: "This table file is too large when unzipped and was not read. Keep only the data needed.",
  table_encoding_unknown: "The encoding of this file is not known. Save it as “CSV UTF-8” and try again.",
  table_empty: "There are no data in the file.",
  table_quote_open: "A quotation mark in row {row} is never closed. Add the missing mark.",
  table_formula: "Row {row}, column {column} is a formula without a result. Put its value there and upload again.",
  table_cell_error: "Row {row}, column {column} shows an error such as #DIV/0!. Correct it and upload again.",
  table_cell_too_long: "The text in row {row}, column {column} is too long: at most {maximum} characters.",
  table_merged: "There are merged cells in row {row}. Unmerge them and fill each cell.",
  table_hidden_part: "Row {row}, column {column} is hidden. Show it, or delete what is not needed.",
  table_rows_too_many: "The table is too long: at most {maximum} rows. Divide it or keep only the rows needed.",
  table_columns_too_many: "Row {row} has too many columns: at most {maximum}.",
};
