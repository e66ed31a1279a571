import type { JSX } from "react";

import { formatDay } from "../i18n/format.ts";
import type { ConsentDecisionData, DocumentLocale } from "./data.ts";
import { Facts } from "./facts.tsx";
import type { Kit } from "./kit.ts";
import { Notes } from "./notes.tsx";
import { Sheet } from "./sheet.tsx";
import { style } from "./style.ts";
import { documentWords } from "./words.ts";

/** The decision on a request for consent in writing, with its conditions or its reason (A14.5, A31.1). */
export function consentDecisionDocument(
  kit: Kit,
  data: ConsentDecisionData,
  locale: DocumentLocale,
): JSX.Element {
  const words = documentWords[locale].consent;
  const { View, Text } = kit;
  const subject = words.kinds[data.kind];
  const parts = [
    { title: words.request, lines: data.request },
    ...(data.refusal
      ? [
          {
            title: words.refusal,
            lines: [data.refusal[locale], words.refusalItem(data.refusal.item)],
          },
        ]
      : []),
    {
      title: data.decision === "consented" ? words.conditions : words.reasons,
      lines: data.reasons.length > 0 ? data.reasons : [words.none],
    },
  ];
  return (
    <Sheet
      {...data}
      kit={kit}
      locale={locale}
      title={words.titles[data.decision]}
      fileTitle={words.fileTitle(data.contractNumber)}
      facts={[
        { label: words.contract, value: data.contractNumber },
        { label: words.issued, value: formatDay(data.issuedDay) },
      ]}
    >
      <Text>{words.leads[data.decidedBy][data.decision](subject, formatDay(data.askedDay))}</Text>
      {data.effectiveDay ? (
        <Facts
          kit={kit}
          facts={[{ label: words.effective, value: formatDay(data.effectiveDay) }]}
        />
      ) : null}
      {parts.map(({ title, lines }) => (
        <View key={title}>
          <Text style={style.issuerName}>{title}</Text>
          {lines.map((line, at) => (
            <Text key={`${at} ${line}`}>{line}</Text>
          ))}
        </View>
      ))}
      <Notes kit={kit} notes={[words.notes[data.kind]]} />
    </Sheet>
  );
}
