import type { ReactNode } from "react";

import { formatYen } from "../i18n/format.ts";
import type { DocumentLocale, TaxOfRate } from "./data.ts";
import type { DocumentStyle, Kit } from "./kit.ts";
import { style } from "./style.ts";
import { documentWords } from "./words.ts";

const column = {
  rate: { width: 124 },
  taxable: { textAlign: "right", width: 90 },
  tax: { textAlign: "right", width: 90 },
} satisfies Record<string, DocumentStyle>;

const place: DocumentStyle = {
  flexDirection: "row",
  gap: 24,
  justifyContent: "space-between",
  marginTop: 14,
};
const aside: DocumentStyle = { flexBasis: 0, flexGrow: 1 };

type Props = {
  kit: Kit;
  locale: DocumentLocale;
  taxes: readonly TaxOfRate[];
  /** Rates in percent that are the reduced one. */
  reducedRates: readonly number[];
  total: number;
  /** What stands to the left of the sums. */
  children?: ReactNode;
};

/** Sum and consumption tax by rate and the total, as a qualified invoice must state them. */
export function TaxSummary(props: Props) {
  const { locale, taxes, reducedRates, total } = props;
  const { View, Text } = props.kit;
  const words = documentWords[locale].taxes;
  const rateName = (rate: number) => {
    if (rate === 0) return words.untaxed;
    return reducedRates.includes(rate) ? words.ofReducedRate(rate) : words.ofRate(rate);
  };
  return (
    <View style={place} wrap={false}>
      <View style={aside}>{props.children}</View>
      <View>
        <View style={style.tableHead}>
          <Text style={column.rate}>{words.rate}</Text>
          <Text style={column.taxable}>{words.taxable}</Text>
          <Text style={column.tax}>{words.tax}</Text>
        </View>
        {taxes.map(({ ratePercent, taxable, tax }) => (
          <View key={ratePercent} style={style.tableRow}>
            <Text style={column.rate}>{rateName(ratePercent)}</Text>
            <Text style={column.taxable}>{formatYen(taxable)}</Text>
            <Text style={column.tax}>{ratePercent === 0 ? "" : formatYen(tax)}</Text>
          </View>
        ))}
        <View style={[style.tableRow, style.strongLarge]}>
          <Text style={column.rate}>{words.total}</Text>
          <Text style={{ textAlign: "right", width: 180 }}>{formatYen(total)}</Text>
        </View>
      </View>
    </View>
  );
}
