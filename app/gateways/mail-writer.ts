import {
  renderMail,
  type MailProps,
  type MailTemplate,
  type RenderedMail,
} from "#emails/registry.ts";

export type { MailProps, MailTemplate, RenderedMail };

/** Turns a template and its facts into a mail's subject, HTML and text. */
export function writeMail<Template extends MailTemplate>(
  template: Template,
  props: MailProps<Template>,
  locale: "ja" | "en",
): Promise<RenderedMail> {
  return renderMail(template, props, locale);
}
