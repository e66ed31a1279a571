import { expect, test } from "vitest";

import { renderMarkup } from "#test/helpers/render-markup.tsx";
import { DataTable } from "./data-table.tsx";
import { Money } from "./money.tsx";

const rows = [
  { id: "a", total: 1000 },
  { id: "b", total: 2500 },
];
const columns = [
  { key: "id", header: "番号", rowHeader: true, cell: (row: (typeof rows)[0]) => row.id },
  {
    key: "total",
    header: "金額",
    figures: true,
    cell: (row: (typeof rows)[0]) => <Money amount={row.total} />,
  },
];
const table = { caption: "請求書", columns, rowKey: (row: (typeof rows)[0]) => row.id };

test("keeps the roles of a table where it is shown as cards", async () => {
  const html = await renderMarkup(<DataTable {...table} rows={rows} />);
  for (const [role, count] of Object.entries({ row: 3, columnheader: 2, rowheader: 2, cell: 2 })) {
    expect(html.match(new RegExp(`role="${role}"`, "g")), role).toHaveLength(count);
  }
  expect(html).toContain("¥2,500");
});

test("scrolls in a region that has the caption's name and takes the focus", async () => {
  const html = await renderMarkup(<DataTable {...table} rows={rows} narrow="scroll" />);
  const region = /<div role="region" aria-labelledby="([^"]+)" tabindex="0"/i.exec(html);
  expect(html).toContain(`<caption id="${region?.[1]}"`);
});

test("says that there is nothing instead of an empty table", async () => {
  const html = await renderMarkup(<DataTable {...table} rows={[]} />);
  expect(html).not.toContain("<table");
  expect(html).toContain("該当するものはありません。");
});
