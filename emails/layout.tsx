import {
  Body,
  Button,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Link,
  Preview,
  Section,
  Text,
} from "react-email";

import type { MailBase, MailContent, MailLocale } from "./mail.ts";
import { formatClause, formatName } from "./format.ts";
import { frameWords } from "./frame-words.ts";
import { style } from "./layout-style.ts";

type Props = { base: MailBase; content: MailContent; locale: MailLocale };

/** The markup that all mails share: greeting, text, table of facts, one button, clauses, sender. */
export function MailLayout({ base, content, locale }: Props) {
  const words = frameWords[locale];
  return (
    <Html lang={locale}>
      <Head>
        <meta name="color-scheme" content="light" />
        <title>{content.subject}</title>
      </Head>
      <Preview>{content.preview}</Preview>
      <Body style={style.page}>
        <Container style={style.card}>
          <Text style={style.sender}>{formatName(base.operator, locale)}</Text>
          <Heading as="h1" style={style.heading}>
            {content.heading}
          </Heading>
          <Text style={style.text}>
            {base.companyName !== null && (
              <>
                {base.companyName}
                <br />
              </>
            )}
            {words.greeting(base.recipientName)}
          </Text>
          {content.lead.map((text) => (
            <Text key={text} style={style.text}>
              {text}
            </Text>
          ))}
          {content.facts.length > 0 && (
            <table style={style.facts}>
              <tbody>
                {content.facts.map((fact) => (
                  <tr key={fact.label}>
                    <th scope="row" style={style.label}>
                      {fact.label}
                    </th>
                    <td style={style.value}>{fact.value}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {content.warning !== undefined && (
            <Text style={style.warning}>
              <strong>{words.important}</strong> {content.warning}
            </Text>
          )}
          <Section style={{ margin: "8px 0 24px" }}>
            <Button href={base.url} style={style.button}>
              {content.action}
            </Button>
          </Section>
          {content.after?.map((text) => (
            <Text key={text} style={style.text}>
              {text}
            </Text>
          ))}
          <Text style={style.small}>
            {words.linkFallback}
            <br />
            <Link href={base.url} style={style.address}>
              {base.url}
            </Link>
          </Text>
          <Hr style={style.rule} />
          <Text style={style.small}>
            {words.basis}
            {content.clauses.map((clause) => formatClause(clause, locale)).join(words.separator)}
          </Text>
          <Text style={style.small}>
            {words.contact}
            <Link href={`mailto:${base.operator.supportEmail}`} style={style.address}>
              {base.operator.supportEmail}
            </Link>
          </Text>
        </Container>
      </Body>
    </Html>
  );
}
