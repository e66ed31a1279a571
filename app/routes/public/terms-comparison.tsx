import { Form } from "react-router";
import { formatDay } from "#app/i18n/format.ts";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { localeContext } from "#app/middleware/context.ts";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Select } from "#app/ui/select.tsx";
import { compareVersions, latestTwo } from "#app/usecases/terms/published-terms.ts";
import { TextDifference } from "../terms/text-difference.tsx";
import type { Route } from "./+types/terms-comparison.ts";
import { PublicFrame } from "./frame.tsx";
import { today } from "./today.ts";

export async function loader({ request, context }: Route.LoaderArgs) {
  const search = new URL(request.url).searchParams;
  const [from, to] = [search.get("from"), search.get("to")];
  const day = await today();
  return answer(async () => {
    const wanted = from === null || to === null ? await latestTwo(day) : { from, to };
    return compareVersions(wanted, day, context.get(localeContext));
  });
}

/** The difference between any two published versions of a document. */
export default function TermsComparison({ loaderData }: Route.ComponentProps) {
  const { name, document, from, to, versions, difference } = loaderData;
  const t = useMessages().terms;
  const words = t.publicPages;
  const locale = useLocale();
  const choices = [
    { id: "from", label: words.compareFrom, present: from.version },
    { id: "to", label: words.compareTo, present: to.version },
  ];
  return (
    <PublicFrame>
      <PageHeader
        title={words.comparison(name[locale])}
        trail={[
          { to: "/terms", label: t.title },
          { to: "/terms/versions", label: words.versions },
        ]}
      />
      <Form className="mb-8 flex flex-wrap items-end gap-4 *:max-w-full">
        {choices.map(({ id, label, present }) => (
          <Field key={id} field={{ id }} label={label} required>
            <Select name={id} defaultValue={present} key={present}>
              {versions.map(({ version, from: day }) => (
                <option key={version} value={version}>
                  {version} ({t.from(formatDay(day))})
                </option>
              ))}
            </Select>
          </Field>
        ))}
        <Button look="secondary">{words.show}</Button>
      </Form>
      <TextDifference difference={difference} isTerms={document === "terms"} />
    </PublicFrame>
  );
}
