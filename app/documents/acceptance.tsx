import type { JSX } from "react";

import { formatDay, formatInstant } from "../i18n/format.ts";
import type { AcceptanceData, DocumentLocale } from "./data.ts";
import { Facts } from "./facts.tsx";
import type { Kit } from "./kit.ts";
import { Notes } from "./notes.tsx";
import { Sheet } from "./sheet.tsx";
import { style } from "./style.ts";
import { documentWords } from "./words.ts";

/** The customer's signed acceptance of completed work (検収書, A11). */
export function acceptanceDocument(
  kit: Kit,
  data: AcceptanceData,
  locale: DocumentLocale,
): JSX.Element {
  const words = documentWords[locale].acceptance;
  const { View, Text } = kit;
  return (
    <Sheet
      {...data}
      issuedDay={data.acceptedDay}
      kit={kit}
      locale={locale}
      title={words.title}
      fileTitle={words.fileTitle(data.contractNumber)}
      facts={[
        { label: words.contract, value: data.contractNumber },
        { label: words.accepted, value: formatDay(data.acceptedDay) },
      ]}
    >
      <Text>{words.lead}</Text>
      <Facts
        kit={kit}
        facts={[
          { label: words.work, value: locale === "ja" ? data.nameJa : data.nameEn },
          { label: words.completed, value: formatDay(data.completedDay) },
          { label: words.reported, value: formatDay(data.reportedDay) },
        ]}
      />
      <View>
        <Text style={style.issuerName}>{words.report}</Text>
        {data.report.map((line, at) => (
          <Text key={`${at} ${line}`}>{line}</Text>
        ))}
      </View>
      <View>
        <Text style={style.issuerName}>{words.signature}</Text>
        <Facts
          kit={kit}
          facts={[
            { label: words.company, value: data.recipient.companyName },
            { label: words.signedBy, value: data.signedName },
            { label: words.signedAt, value: formatInstant(data.acceptedAt) },
          ]}
        />
      </View>
      <Notes kit={kit} notes={[words.note]} />
    </Sheet>
  );
}
