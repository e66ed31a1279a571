import type { JSX } from "react";

import { formatDay } from "../i18n/format.ts";
import type { DocumentLocale, WipeCertificateData } from "./data.ts";
import { Facts } from "./facts.tsx";
import type { Kit } from "./kit.ts";
import { Notes } from "./notes.tsx";
import { Sheet } from "./sheet.tsx";
import { documentWords } from "./words.ts";

/** That nothing of the customer is left on a device that came back (データ消去証明書, A8.1, A18.1). */
export function wipeCertificateDocument(
  kit: Kit,
  data: WipeCertificateData,
  locale: DocumentLocale,
): JSX.Element {
  const words = documentWords[locale].wipe;
  return (
    <Sheet
      {...data}
      issuedDay={data.checkedDay}
      kit={kit}
      locale={locale}
      title={words.title}
      fileTitle={words.fileTitle(data.serialNumber)}
      facts={[
        { label: words.contract, value: data.contractNumber },
        { label: words.checked, value: formatDay(data.checkedDay) },
      ]}
    >
      <kit.Text>{words.lead}</kit.Text>
      <Facts
        kit={kit}
        facts={[
          { label: words.serialNumber, value: data.serialNumber },
          { label: words.back, value: formatDay(data.backDay) },
          { label: words.checked, value: formatDay(data.checkedDay) },
          { label: words.checkedBy, value: data.checkedBy },
        ]}
      />
      <Notes kit={kit} notes={[words.note]} />
    </Sheet>
  );
}
