import type { DocumentLocale, Issuer, Recipient } from "./data.ts";
import { Facts } from "./facts.tsx";
import type { Kit } from "./kit.ts";
import { style } from "./style.ts";
import { documentWords } from "./words.ts";

type Props = {
  kit: Kit;
  locale: DocumentLocale;
  title: string;
  facts: readonly { label: string; value: string }[];
  issuer: Issuer;
  recipient: Recipient;
};

/** Title and numbers of a document, whom it is made out to and who issues it. */
export function Letterhead({ kit, locale, title, facts, issuer, recipient }: Props) {
  const { View, Text } = kit;
  const words = documentWords[locale];
  const [name, address] =
    locale === "ja" ? [issuer.nameJa, issuer.addressJa] : [issuer.nameEn, issuer.addressEn];
  return (
    <>
      <View style={style.head}>
        <Text style={locale === "ja" ? [style.title, style.spacedOut] : style.title}>{title}</Text>
        <Facts kit={kit} facts={facts} />
      </View>
      <View style={style.parties}>
        <View style={style.recipient}>
          {words
            .addressee(recipient.companyName, recipient.departmentName, recipient.personName)
            .map((line, index) => (
              <Text key={line} style={index === 0 ? style.recipientName : style.recipientPart}>
                {line}
              </Text>
            ))}
          <Text style={style.address}>{words.postalCode(recipient.postalCode)}</Text>
          <Text>{recipient.address}</Text>
        </View>
        <View style={style.issuer}>
          <Text style={style.issuerName}>{name}</Text>
          <Text>{words.postalCode(issuer.postalCode)}</Text>
          <Text>{address}</Text>
          <Text>{words.phone(issuer.phone)}</Text>
          <Text>{issuer.email}</Text>
          <Text>{words.registration(issuer.registrationNumber)}</Text>
        </View>
      </View>
    </>
  );
}
