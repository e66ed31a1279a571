import type { Kit } from "./kit.ts";
import { style } from "./style.ts";

/** Small print at the end of a document. */
export function Notes({ kit: { View, Text }, notes }: { kit: Kit; notes: readonly string[] }) {
  return (
    <View style={style.notes} wrap={false}>
      {notes.map((note) => (
        <Text key={note}>{note}</Text>
      ))}
    </View>
  );
}
