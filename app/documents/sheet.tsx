import type { ReactNode } from "react";

import type { DocumentLocale, Issuer, Recipient } from "./data.ts";
import type { Kit } from "./kit.ts";
import { Letterhead } from "./letterhead.tsx";
import { style } from "./style.ts";
import { documentWords } from "./words.ts";

type Props = {
  kit: Kit;
  locale: DocumentLocale;
  fileTitle: string;
  title: string;
  facts: readonly { label: string; value: string }[];
  issuer: Issuer;
  recipient: Recipient;
  /** ISO day of issue; also stamped into the file, so that the same data give the same document. */
  issuedDay: string;
  children: ReactNode;
};

/** The sheet that all documents are written on: A4, letterhead, footer with page numbers. */
export function Sheet(props: Props) {
  const { kit, locale, issuer, fileTitle } = props;
  const { Document, Page, View, Text } = kit;
  const words = documentWords[locale];
  const created = new Date(`${props.issuedDay}T00:00:00+09:00`);
  return (
    <Document
      title={fileTitle}
      author={locale === "ja" ? issuer.nameJa : issuer.nameEn}
      language={locale}
      creationDate={created}
      modificationDate={created}
    >
      <Page size="A4" style={style.page}>
        <View style={style.body}>
          <Letterhead {...props} />
          {props.children}
        </View>
        <View style={style.footer} fixed>
          <Text>{fileTitle}</Text>
          <Text render={({ pageNumber, totalPages }) => words.page(pageNumber, totalPages)} />
        </View>
      </Page>
    </Document>
  );
}
