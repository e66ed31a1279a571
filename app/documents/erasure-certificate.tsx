import type { JSX } from "react";

import { formatDay } from "../i18n/format.ts";
import type { DocumentLocale, ErasureCertificateData } from "./data.ts";
import { Facts } from "./facts.tsx";
import type { Kit } from "./kit.ts";
import { Notes } from "./notes.tsx";
import { Sheet } from "./sheet.tsx";
import { style } from "./style.ts";
import { documentWords } from "./words.ts";

/** The certificate that a customer's data and logs were erased, store by store (消去の証明書, A18.1). */
export function erasureCertificateDocument(
  kit: Kit,
  data: ErasureCertificateData,
  locale: DocumentLocale,
): JSX.Element {
  const words = documentWords[locale].erasure;
  const { View, Text } = kit;
  return (
    <Sheet
      {...data}
      issuedDay={data.erasedDay}
      kit={kit}
      locale={locale}
      title={words.title}
      fileTitle={words.fileTitle(data.contractNumber)}
      facts={[
        { label: words.contract, value: data.contractNumber },
        { label: words.issued, value: formatDay(data.erasedDay) },
      ]}
    >
      <Text>{words.lead}</Text>
      <Facts
        kit={kit}
        facts={[
          { label: words.end, value: formatDay(data.endDay) },
          { label: words.erased, value: formatDay(data.erasedDay) },
        ]}
      />
      <View>
        <Text style={style.issuerName}>{words.storesTitle}</Text>
        <Facts
          kit={kit}
          facts={data.stores.map(({ store, outcome }) => ({
            label: words.stores[store],
            value: words.outcomes[outcome],
          }))}
        />
      </View>
      <View>
        <Text style={style.issuerName}>{words.plan.title}</Text>
        <Facts
          kit={kit}
          facts={data.plan.map(({ kind, treatment, reason, until }) => ({
            label: words.plan.kinds[kind] ?? kind,
            value: [
              words.plan.treatments[treatment] ?? treatment,
              ...(until ? [words.plan.until(formatDay(until))] : []),
              ...(reason ? [words.plan.reasons[reason] ?? reason] : []),
            ].join(" "),
          }))}
        />
      </View>
      <Notes kit={kit} notes={words.notes} />
    </Sheet>
  );
}
