import type { JSX } from "react";

import { formatDay } from "../i18n/format.ts";
import type { DocumentLocale, Party, ReturnSlipData } from "./data.ts";
import { Facts } from "./facts.tsx";
import type { Kit } from "./kit.ts";
import { Notes } from "./notes.tsx";
import { Sheet } from "./sheet.tsx";
import { style } from "./style.ts";
import { documentWords } from "./words.ts";

/** How a lent device goes back, with the address label to cut out (返却案内・宛名ラベル, A8.1). */
export function returnSlipDocument(
  kit: Kit,
  data: ReturnSlipData,
  locale: DocumentLocale,
): JSX.Element {
  const words = documentWords[locale].returnSlip;
  const { View, Text } = kit;
  const label = (title: string, { name, postalCode, address, phone }: Party) => (
    <View style={style.label}>
      <Text style={style.muted}>{title}</Text>
      <Text style={style.recipientPart}>〒{postalCode}</Text>
      <Text style={style.recipientPart}>{address}</Text>
      <Text style={style.recipientName}>{name}</Text>
      <Text>{phone}</Text>
    </View>
  );
  return (
    <Sheet
      {...data}
      kit={kit}
      locale={locale}
      title={words.title}
      fileTitle={words.fileTitle(data.serialNumber)}
      facts={[
        { label: words.contract, value: data.contractNumber },
        { label: words.due, value: formatDay(data.dueDay) },
      ]}
    >
      <Text>{words.lead}</Text>
      <Facts
        kit={kit}
        facts={[
          { label: words.serialNumber, value: data.serialNumber },
          { label: words.ended, value: formatDay(data.endDay) },
          { label: words.due, value: formatDay(data.dueDay) },
        ]}
      />
      <View style={style.lead}>
        {words.steps.map((step, n) => (
          <Text key={step}>{`${n + 1}. ${step}`}</Text>
        ))}
      </View>
      <Text style={style.muted}>{words.cut}</Text>
      <View style={style.labels} wrap={false}>
        {label(words.to, data.to)}
        {label(words.from, data.from)}
        <Text>{words.content(data.serialNumber)}</Text>
      </View>
      <Notes kit={kit} notes={[words.note]} />
    </Sheet>
  );
}
