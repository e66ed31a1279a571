import type { Kit } from "./kit.ts";
import { style } from "./style.ts";

type Props = { kit: Kit; lead: string; label: string; amount: string; aside: string; day: string };

/** The one amount that the document is about, with the day that goes with it. */
export function AmountBox({ kit: { View, Text }, lead, label, amount, aside, day }: Props) {
  return (
    <>
      <Text style={style.lead}>{lead}</Text>
      <View style={style.amountBox}>
        <View>
          <Text style={style.muted}>{label}</Text>
          <Text style={style.amount}>{amount}</Text>
        </View>
        <View style={style.amountAside}>
          <Text style={style.muted}>{aside}</Text>
          <Text style={style.strongLarge}>{day}</Text>
        </View>
      </View>
    </>
  );
}
