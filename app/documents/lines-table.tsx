import { formatCount, formatDay, formatYen } from "../i18n/format.ts";
import type { DocumentLine, DocumentLocale, SupplyPeriod } from "./data.ts";
import type { DocumentStyle, Kit } from "./kit.ts";
import { style } from "./style.ts";
import { documentWords } from "./words.ts";

const column = {
  item: { flexBasis: 0, flexGrow: 1, paddingRight: 8 },
  supply: { width: 76 },
  quantity: { textAlign: "right", width: 44 },
  unitPrice: { textAlign: "right", width: 72 },
  rate: { textAlign: "right", width: 48 },
  amount: { textAlign: "right", width: 84 },
} satisfies Record<string, DocumentStyle>;

type Props = { kit: Kit; locale: DocumentLocale; lines: readonly DocumentLine[] };

/** The lines of a quote or invoice; those at the reduced rate carry a mark, explained below. */
export function LinesTable({ kit: { View, Text }, locale, lines }: Props) {
  const words = documentWords[locale].lines;
  const dated = lines.some((line) => line.supply !== null);
  // A line break inside a text would be drawn in a fallback font, so each line is a text of its own.
  const supplyLines = (supply: SupplyPeriod) =>
    supply.from === supply.to
      ? [formatDay(supply.from)]
      : words.supplyPeriod(formatDay(supply.from), formatDay(supply.to));
  return (
    <View>
      <View style={style.tableHead} fixed>
        <Text style={column.item}>{words.item}</Text>
        {dated && <Text style={column.supply}>{words.supply}</Text>}
        <Text style={column.quantity}>{words.quantity}</Text>
        <Text style={column.unitPrice}>{words.unitPrice}</Text>
        <Text style={column.rate}>{words.rate}</Text>
        <Text style={column.amount}>{words.amount}</Text>
      </View>
      {lines.map((line, index) => (
        // Lines have no identity of their own and never change their order.
        // oxlint-disable-next-line react/no-array-index-key -- two lines may be alike, and none ever moves
        <View key={index} style={style.tableRow} wrap={false}>
          <Text style={column.item}>
            {locale === "ja" ? line.nameJa : line.nameEn}
            {line.reduced ? ` ${words.reducedMark}` : ""}
          </Text>
          {dated && (
            <View style={column.supply}>
              {line.supply &&
                supplyLines(line.supply).map((text) => <Text key={text}>{text}</Text>)}
            </View>
          )}
          <Text style={column.quantity}>{formatCount(line.quantity)}</Text>
          <Text style={column.unitPrice}>{formatYen(line.unitPrice)}</Text>
          <Text style={column.rate}>
            {line.ratePercent === 0 ? words.untaxed : words.percent(line.ratePercent)}
          </Text>
          <Text style={column.amount}>{formatYen(line.amount)}</Text>
        </View>
      ))}
      {lines.some((line) => line.reduced) && (
        <Text style={style.legend}>{words.reducedLegend}</Text>
      )}
    </View>
  );
}
