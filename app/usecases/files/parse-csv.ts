/** A row of a CSV file with the line on which it begins, from 1. */
export interface CsvRow {
  line: number;
  cells: string[];
}

/**
 * The rows of a CSV text (RFC 4180) with quoted cells, which may hold line ends; empty lines are left out.
 *
 * @returns the rows, and the line of a quotation that never ends, else null
 */
export function parseCsv(text: string): { rows: CsvRow[]; openQuote: number | null } {
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let cell = "";
  let [line, begun, quotedFrom] = [1, 1, 0];
  const endRow = () => {
    cells.push(cell);
    if (cells.some((each) => each.trim() !== "")) rows.push({ line: begun, cells });
    [cells, cell] = [[], ""];
  };
  for (let place = 0; place < text.length; place += 1) {
    const sign = text[place] ?? "";
    if (sign === "\n") line += 1;
    if (quotedFrom > 0) {
      if (sign !== '"') cell += sign;
      else if (text[place + 1] === '"') {
        cell += '"';
        place += 1;
      } else quotedFrom = 0;
    } else if (sign === '"' && cell.trim() === "") {
      cell = "";
      quotedFrom = line;
    } else if (sign === ",") {
      cells.push(cell);
      cell = "";
    } else if (sign === "\n") {
      endRow();
      begun = line;
    } else if (sign !== "\r") cell += sign;
  }
  endRow();
  return { rows, openQuote: quotedFrom > 0 ? quotedFrom : null };
}
