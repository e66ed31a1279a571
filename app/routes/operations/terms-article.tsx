import { data, Form, redirect } from "react-router";
import { newIdentifier } from "#app/identifier.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { lineOf, typedFields } from "#app/usecases/notices/typed-fields.ts";
import { Problem } from "#app/usecases/problem.ts";
import { readDraftArticle, saveArticle } from "#app/usecases/terms/draft-version.ts";
import type { Route } from "./+types/terms-article.ts";
import { LineField } from "./notices/line-field.tsx";
import { versionPage } from "./terms/version-page.ts";

const fields = ["titleJa", "titleEn", "bodyJa", "bodyEn"] as const;

export async function loader({ params, context }: Route.LoaderArgs) {
  const { version, article } = params;
  const read = await answer(() => readDraftArticle(principalOf(context), version, Number(article)));
  return { ...read, clickId: newIdentifier() };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { version, article } = params;
  const form = await request.formData();
  const typed = typedFields(form);
  const text = (name: (typeof fields)[number]) => typed[name]?.[0] ?? "";
  const target = {
    ...{ version, clickId: String(form.get("clickId") ?? "") },
    ...{ number: Number(article), seenHash: lineOf(typed, "seenHash") },
  };
  const written = {
    ...{ titleJa: text("titleJa"), titleEn: text("titleEn") },
    ...{ bodyJa: text("bodyJa"), bodyEn: text("bodyEn") },
  };
  return answer(async () => {
    try {
      const result = await saveArticle(principalOf(context), target, written);
      if (result.outcome === "saved") return redirect(`${versionPage(version)}?done=saved`, 303);
      return data({ faults: result.faults, typed, isConflict: false }, { status: 422 });
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== "conflict") throw error;
      return data({ faults: {}, typed, isConflict: true }, { status: 409 });
    }
  });
}

/** What was read stays as it was: a form made from an older text must not pass for a newer one. */
export const shouldRevalidate = () => false;

export default function TermsArticlePage({ loaderData, actionData, params }: Route.ComponentProps) {
  const { article, textHash, isTerms, number, clickId } = loaderData;
  const t = useMessages().terms;
  const faults: Partial<Record<string, string>> = actionData?.faults ?? {};
  const wordsOf = (name: string) => {
    const fault = faults[name];
    return fault ? t.staff.form.faults[fault] : undefined;
  };
  const errors = [
    ...(actionData?.isConflict ? [{ message: t.staff.conflict }] : []),
    ...fields.flatMap((name) => {
      const message = wordsOf(name);
      return message ? [{ id: name, message: `${t.staff.form[name]}: ${message}` }] : [];
    }),
  ];
  const typed =
    actionData?.typed ?? Object.fromEntries(fields.map((name) => [name, [article[name]]]));
  const page = versionPage(params.version);
  return (
    <>
      <ErrorSummary errors={errors} />
      <PageHeader
        title={
          isTerms ? t.staff.editArticle(number) : `${t.difference.section(number)}: ${t.staff.edit}`
        }
        lead={t.staff.form.lead}
        trail={[
          { to: "/operations/terms", label: t.title },
          { to: page, label: params.version },
        ]}
        failed={errors.length > 0}
      />
      <Form method="post" noValidate className="flex flex-col gap-6">
        <input type="hidden" name="clickId" value={clickId} />
        <input type="hidden" name="seenHash" value={textHash} />
        {fields.map((name) => (
          <LineField
            key={name}
            name={name}
            label={t.staff.form[name]}
            typed={typed}
            error={wordsOf(name)}
            {...(name.startsWith("body") ? { rows: 16 } : { size: 40 })}
          />
        ))}
        <div className="flex flex-wrap gap-3">
          <Button size="large">{t.staff.form.save}</Button>
          <LinkButton to={page} look="plain" size="large">
            {t.staff.withdrawal.back}
          </LinkButton>
        </div>
      </Form>
    </>
  );
}
