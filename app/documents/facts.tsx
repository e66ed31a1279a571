import type { Kit } from "./kit.ts";
import { style } from "./style.ts";

type Props = { kit: Kit; facts: readonly { label: string; value: string }[] };

/** Rows of a label and its value. */
export function Facts({ kit: { View, Text }, facts }: Props) {
  return (
    <View>
      {facts.map(({ label, value }) => (
        <View key={label} style={style.row}>
          <Text style={style.factLabel}>{label}</Text>
          <Text>{value}</Text>
        </View>
      ))}
    </View>
  );
}
